create schema cost;

-- The price book: rows are added, never altered. The newest row's version is the book's; a price holds from its date until
-- a later row of the same item takes over.
create table cost.price (
  version      bigint      generated always as identity primary key,
  item         text        not null check (item in ('gpu', 'cpu', 'memory', 'storage')),
  device_model text        not null default '',
  profile      text        not null default '',
  amount       numeric     not null check (amount >= 0),
  valid_from   timestamptz not null,
  set_by       text        not null,
  set_at       timestamptz not null default now(),
  check ((item = 'gpu') = (device_model <> '' and profile <> ''))
);
revoke update, delete on cost.price from ${portal};

-- What ran from when to when at which rate. Nothing but the end of a running interval is ever written afterwards.
create table cost.usage_interval (
  id           bigint      generated always as identity primary key,
  instance     uuid        not null,
  team         text        not null,
  environment  text        not null check (environment in ('dev', 'test', 'prod')),
  name         text        not null,
  starts       timestamptz not null,
  ends         timestamptz check (ends >= starts),
  hourly       numeric     not null check (hourly >= 0),
  book_version bigint      not null
);
create unique index usage_interval_running on cost.usage_interval (instance) where ends is null;
create index on cost.usage_interval (instance, starts);
create index on cost.usage_interval (team, starts);
revoke update, delete on cost.usage_interval from ${portal};
grant update (ends) on cost.usage_interval to ${portal};
