create schema access;

create table access.person (
  id             text        primary key,
  name           text        not null check (name <> ''),
  password       text,       -- with its algorithm as a prefix; none for those who come through an identity provider
  enabled        boolean     not null default true,
  platform_admin boolean     not null default false,
  auditor        boolean     not null default false,
  approves_all   boolean     not null default false,
  since          timestamptz not null default now()
);

create table access.membership (
  person text not null references access.person,
  team   text not null,
  role   text not null check (role in ('DEVELOPER', 'OWNER')),
  primary key (person, team)
);
create index on access.membership (team);

create table access.approver (
  person text not null references access.person,
  team   text not null,
  primary key (person, team)
);
create index on access.approver (team);

-- Wrong passwords in a row, by the name that was tried, whether or not there is such a person.
create table access.attempt (
  name     text        primary key,
  failures int         not null,
  last     timestamptz not null
);
create index on access.attempt (last);
