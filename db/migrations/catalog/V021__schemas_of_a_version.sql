-- What templates were checked against: the schemas of the kinds that a version uses. Equal ones are kept once.
create table catalog.schemas (
  digest     text  primary key check (digest ~ '^sha256:[0-9a-f]{64}$'),
  kubernetes text  not null,
  document   jsonb not null
);
revoke update, delete on catalog.schemas from ${portal};

-- None of versions that were published before this was stored.
alter table catalog.version add column schemas text references catalog.schemas;

create or replace function catalog.keep_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.published_by <> 'slipway' and (new.signed_by is null or new.signed_by = new.published_by) then
      raise exception '% % needs the signature of a second person', new.name, new.version;
    end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and (old.name, old.version, old.files, old.content_hash, old.published_at, old.published_by, old.note,
      old.signed_by, old.drafted_at, old.schemas) is not distinct from (new.name, new.version, new.files, new.content_hash,
      new.published_at, new.published_by, new.note, new.signed_by, new.drafted_at, new.schemas) then
    if new.status <> old.status and (old.status, new.status) not in (('certified', 'deprecated'), ('deprecated', 'retired')) then
      raise exception 'a % version does not become %', old.status, new.status;
    end if;
    return new;
  end if;
  raise exception 'a published version never changes';
end $$;
