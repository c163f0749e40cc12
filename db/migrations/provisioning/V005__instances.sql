create schema provisioning;

-- What is wanted, and how far it has come. Rows are kept after deletion: bills, audit and history name them.
create table provisioning.instance (
  id               uuid        primary key,
  name             text        not null check (name ~ '^[a-z]([a-z0-9-]{0,38}[a-z0-9])?$'),
  team             text        not null,
  environment      text        not null,
  environment_kind text        not null check (environment_kind in ('DEV', 'TEST', 'PROD')),
  cluster          text        not null,
  namespace        text        not null,
  blueprint        text        not null,
  blueprint_title  text        not null,
  wanted           text        not null check (wanted in ('NOTHING', 'PRESENT', 'ABSENT')),
  -- the revision that is wanted, the last one that became ready, and the one that waits for a sign-off
  revision         int         not null check (revision >= 1),
  settled          int         not null default 0,
  pending          int,
  request          uuid,
  state            text        not null check (state in ('REQUESTED', 'DECLINED', 'WITHDRAWN', 'QUEUED', 'PROVISIONING',
                                 'READY', 'DEGRADED', 'UPDATING', 'PAUSED', 'COMPLETED', 'FAILED', 'DELETING', 'DELETED')),
  state_since      timestamptz not null,
  sentence         text        not null default '',
  problem          jsonb,
  outputs          jsonb       not null default '[]',
  failures         int         not null default 0,
  next_try         timestamptz,
  go_ahead_at      timestamptz,
  metered          boolean     not null default false,
  created_by       text        not null,
  created_at       timestamptz not null,
  ready_at         timestamptz,
  ended_at         timestamptz,
  expires_at       timestamptz,
  submission_key   text        not null,
  -- counts what people and other rooms wanted of it, so that a running reconciliation sees that it must look again
  wake             bigint      not null default 0,
  version          bigint      not null default 0
);

create unique index instance_name_taken on provisioning.instance (team, environment, name)
  where state not in ('DELETED', 'DECLINED', 'WITHDRAWN');
create unique index instance_submission on provisioning.instance (created_by, submission_key);
create index instance_by_namespace on provisioning.instance (cluster, namespace)
  where state not in ('DELETED', 'DECLINED', 'WITHDRAWN');
create index instance_by_team on provisioning.instance (team, state);
create index instance_by_blueprint on provisioning.instance (blueprint, created_at);

-- One accepted change. Never altered.
create table provisioning.revision (
  instance          uuid        not null references provisioning.instance,
  number            int         not null check (number >= 1),
  blueprint_version text        not null,
  parameters        jsonb       not null,
  facts             jsonb       not null,
  resources         jsonb       not null,
  secrets           jsonb       not null,
  weights           jsonb       not null,
  shares            jsonb       not null,
  plan_hash         text        not null,
  signed_hash       text        not null,
  holding           jsonb       not null,
  gpu               jsonb       not null,
  price             jsonb       not null,
  summary           text        not null,
  submitted_by      text        not null,
  submitted_at      timestamptz not null,
  submission_key    text        not null,
  primary key (instance, number),
  unique (instance, submission_key)
);

create function provisioning.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_schema || '.' || tg_table_name;
end $$;

create trigger never_altered before update or delete or truncate on provisioning.revision
  for each statement execute function provisioning.refuse_change();
revoke update, delete on provisioning.revision from ${portal};

-- What an instance has on its cluster, written down before it is made, so that nothing is ever orphaned.
create table provisioning.object (
  instance    uuid        not null references provisioning.instance,
  role        text        not null check (role in ('RESOURCE', 'SECRET')),
  resource    text        not null,
  revision    int         not null,
  wave        int         not null,
  position    int         not null,
  cluster     text        not null,
  namespace   text        not null,
  api_version text        not null,
  api_group   text        not null,
  kind        text        not null,
  name        text        not null,
  uid         text,
  hash        text,
  live_hash   text,
  condition   text        not null check (condition in ('WAITING', 'STARTING', 'READY', 'FAILED', 'DELETING')),
  detail      text        not null default '',
  applied_at  timestamptz,
  retain      boolean     not null default false,
  -- also keeps two instances from claiming the same object
  primary key (cluster, namespace, api_group, kind, name)
);

create index object_by_instance on provisioning.object (instance);

create table provisioning.timeline (
  number   bigint      generated always as identity primary key,
  instance uuid        not null references provisioning.instance,
  at       timestamptz not null,
  kind     text        not null check (kind in ('TRANSITION', 'ACT', 'STEP', 'NOTICE')),
  state    text,
  text     text        not null,
  after_ms bigint,
  by       text
);

create index timeline_by_instance on provisioning.timeline (instance, number desc);
create trigger never_altered before update or delete or truncate on provisioning.timeline
  for each statement execute function provisioning.refuse_change();
revoke update, delete on provisioning.timeline from ${portal};

-- The steps of a revision on its way to readiness.
create table provisioning.step (
  instance    uuid        not null,
  revision    int         not null,
  key         text        not null,
  detail      text        not null default '',
  started_at  timestamptz not null,
  finished_at timestamptz,
  primary key (instance, revision, key),
  foreign key (instance, revision) references provisioning.revision (instance, number)
);

-- Namespaces that Slipway keeps, and the guards that were last seen in place in each.
create table provisioning.namespace (
  cluster     text        not null,
  namespace   text        not null,
  team        text        not null,
  environment text        not null,
  guard_hash  text,
  guarded_at  timestamptz,
  idle_since  timestamptz,
  ending      boolean     not null default false,
  primary key (cluster, namespace)
);
