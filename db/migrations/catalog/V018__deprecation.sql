alter table catalog.version
  add column deprecated_at    timestamptz,
  add column deprecated_by    text,
  add column retires_on       date,
  add column deprecation_note text,
  add column retired_at       timestamptz,
  add column retired_by       text;
grant update (deprecated_at, deprecated_by, retires_on, deprecation_note, retired_at, retired_by) on catalog.version to ${portal};

-- A status goes forward only.
create or replace function catalog.keep_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.published_by <> 'slipway' and (new.signed_by is null or new.signed_by = new.published_by) then
      raise exception '% % needs the signature of a second person', new.name, new.version;
    end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and (old.name, old.version, old.files, old.content_hash, old.published_at, old.published_by, old.note,
      old.signed_by) is not distinct from (new.name, new.version, new.files, new.content_hash, new.published_at,
      new.published_by, new.note, new.signed_by) then
    if new.status <> old.status and (old.status, new.status) not in (('certified', 'deprecated'), ('deprecated', 'retired')) then
      raise exception 'a % version does not become %', old.status, new.status;
    end if;
    return new;
  end if;
  raise exception 'a published version never changes';
end $$;
