-- A draft's content tried on every cluster; the newest of a content counts.
create table catalog.dry_run (
  id           uuid        primary key,
  blueprint    text        not null,
  content_hash text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
  asked_by     text        not null,
  asked_at     timestamptz not null,
  ended_at     timestamptz
);
create index dry_run_of_content on catalog.dry_run (blueprint, content_hash, asked_at);

-- What each cluster said, and how far it is.
create table catalog.dry_run_cluster (
  run         uuid        not null references catalog.dry_run,
  cluster     text        not null,
  title       text        not null,
  position    int         not null,
  state       text        not null check (state in ('WAITING', 'RUNNING', 'PASSED', 'REFUSED', 'NO_TARGET')),
  detail      text        not null default '',
  done        int         not null default 0,
  cases       int         not null default 0,
  results     jsonb       not null default '[]',
  primary key (run, cluster)
);
