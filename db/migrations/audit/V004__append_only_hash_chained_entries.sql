-- Entries are inserted by the portal and numbered, dated and chained by the owner's function at the very end of the
-- transaction. So the lock that makes the chain one line is held only while committing, after all other locks.
create schema audit;

create table audit.entry (
  id           uuid        primary key default gen_random_uuid(),
  inserted     bigint      generated always as identity,
  actor        text,
  action       text        not null,
  subject_kind text        not null,
  subject      text        not null,
  team         text,
  summary      text        not null,
  details      jsonb       not null check (jsonb_typeof(details) = 'object'),
  number       bigint      unique,
  at           timestamptz,
  previous     bytea,
  hash         bytea       check ((hash is null) = (number is null))
);

create index on audit.entry (actor, number);
create index on audit.entry (action, number);
create index on audit.entry (subject, number);
create index on audit.entry (team, number);

-- One field of what is hashed: its length in bytes and itself, so that no two entries read the same.
create function audit.field(value text) returns text language sql immutable as $$
  select case when value is null then '-' else octet_length(convert_to(value, 'UTF8')) || ':' || value end
$$;

create function audit.chain() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  head audit.entry;
  facts text;
  moment timestamptz;
begin
  perform pg_advisory_xact_lock(hashtext('audit.chain'));
  select * into head from audit.entry where number is not null order by number desc limit 1;
  head.number := coalesce(head.number, 0);
  head.hash := coalesce(head.hash, sha256('slipway'::bytea));
  moment := clock_timestamp();
  select coalesce(string_agg(audit.field(key) || audit.field(value), '' order by key collate "C"), '')
    into facts from jsonb_each_text(new.details);
  update audit.entry set
    number = head.number + 1,
    at = moment,
    previous = head.hash,
    hash = sha256(convert_to(
      encode(head.hash, 'hex') || audit.field((head.number + 1)::text)
        || audit.field(((extract(epoch from moment) * 1000000)::bigint)::text)
        || audit.field(new.actor) || audit.field(new.action) || audit.field(new.subject_kind)
        || audit.field(new.subject) || audit.field(new.team) || audit.field(new.summary) || facts,
      'UTF8'))
    where id = new.id;
  return null;
end
$$;

create constraint trigger chain after insert on audit.entry
  deferrable initially deferred for each row execute function audit.chain();

-- The portal may add entries and read them, no more, and it may not say where in the chain they stand.
revoke all on audit.entry from ${portal};
grant select on audit.entry to ${portal};
grant insert (actor, action, subject_kind, subject, team, summary, details) on audit.entry to ${portal};
revoke execute on function audit.chain() from public;
