create schema team;

create table team.team (
  id     text        primary key,
  title  text        not null check (title <> ''),
  colour int         not null check (colour between 1 and 8),
  since  timestamptz not null default now()
);

create table team.environment (
  team    text        not null references team.team,
  name    text        not null,
  kind    text        not null check (kind in ('DEV', 'TEST', 'PROD')),
  expires timestamptz,
  primary key (team, name)
);

create table team.environment_cluster (
  team     text not null,
  name     text not null,
  cluster  text not null,
  position int  not null,
  primary key (team, name, cluster),
  foreign key (team, name) references team.environment
);

-- Amounts of what a team may hold, was granted, and holds, one row per resource: 'cpu' in thousandths of a core, 'memory' and
-- 'storage' in bytes, 'money' per month, 'gpu:MODEL' in 1/2520 of a memory slice.
create table team.ceiling (
  team     text    not null references team.team,
  resource text    not null,
  amount   numeric not null check (amount >= 0),
  primary key (team, resource)
);

create table team.quota_grant (
  id       uuid        primary key,
  team     text        not null references team.team,
  since    timestamptz not null,
  until    timestamptz not null check (until > since),
  reason   text        not null,
  given_by text        not null
);
create index on team.quota_grant (team, until);

create table team.quota_grant_amount (
  quota_grant uuid    not null references team.quota_grant,
  resource    text    not null,
  amount      numeric not null check (amount > 0),
  primary key (quota_grant, resource)
);

create table team.reservation (
  holder   uuid    not null,
  team     text    not null references team.team,
  resource text    not null,
  amount   numeric not null check (amount > 0),
  primary key (holder, resource)
);
create index on team.reservation (team, resource);

-- Which team a person last looked at.
create table team.chosen (
  person text primary key,
  team   text references team.team
);
