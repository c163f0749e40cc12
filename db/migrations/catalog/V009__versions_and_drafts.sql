create schema catalog;

-- Published blueprints. Nothing of a version changes but its status.
create table catalog.version (
  name         text        not null check (name ~ '^[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?$'),
  version      text        not null,
  status       text        not null check (status in ('certified', 'deprecated', 'retired')),
  files        jsonb       not null, -- text by path
  content_hash text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
  published_at timestamptz not null default now(),
  published_by text        not null,
  primary key (name, version)
);
revoke update, delete on catalog.version from ${portal};
grant update (status) on catalog.version to ${portal};

-- One draft of each blueprint at most; its revision rises with every save.
create table catalog.draft (
  name         text        primary key,
  base_version text        not null,
  files        jsonb       not null,
  revision     bigint      not null check (revision > 0),
  saved_by     text        not null,
  saved_at     timestamptz not null
);
