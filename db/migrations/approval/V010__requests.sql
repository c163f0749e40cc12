create schema approval;

-- Requests for a sign-off. What was asked stays as it was asked; only a waiting request is ever written to, once.
create table approval.request (
  id           uuid        primary key,
  kind         text        not null check (kind in ('LAUNCH', 'CHANGE', 'QUOTA')),
  status       text        not null check (status in ('WAITING', 'APPROVED', 'DECLINED', 'WITHDRAWN')),
  team         text        not null,
  instance     uuid        check ((kind = 'QUOTA') = (instance is null)),
  title        text        not null check (title <> ''),
  reason       text        not null,
  why          jsonb       not null, -- list of sentences
  facts        jsonb       not null, -- list of lines
  wanted       jsonb       not null,
  missing      jsonb       not null,
  signed_hash  text,
  requester    text        not null,
  asked_at     timestamptz not null,
  wished_until timestamptz,
  decided_by   text,
  decided_at   timestamptz check ((status = 'WAITING') = (decided_at is null)),
  comment      text        check ((status = 'WAITING') = (comment is null)),
  granted      jsonb,
  grant_until  timestamptz,
  check (status not in ('APPROVED', 'DECLINED') or decided_by <> requester)
);
create unique index request_waiting on approval.request (instance) where status = 'WAITING';
create index on approval.request (instance, asked_at);
create index on approval.request (status, asked_at);
revoke update, delete on approval.request from ${portal};
grant update (status, decided_by, decided_at, comment, granted, grant_until) on approval.request to ${portal};
