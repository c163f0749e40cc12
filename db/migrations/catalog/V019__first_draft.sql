-- When the first words of a version were saved. Unknown of what came from a folder, and of versions from before.
alter table catalog.draft add column begun_at timestamptz;
update catalog.draft set begun_at = saved_at;
alter table catalog.draft alter column begun_at set not null;
alter table catalog.version add column drafted_at timestamptz;

create or replace function catalog.keep_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.published_by <> 'slipway' and (new.signed_by is null or new.signed_by = new.published_by) then
      raise exception '% % needs the signature of a second person', new.name, new.version;
    end if;
    return new;
  end if;
  if tg_op = 'UPDATE' and (old.name, old.version, old.files, old.content_hash, old.published_at, old.published_by, old.note,
      old.signed_by, old.drafted_at) is not distinct from (new.name, new.version, new.files, new.content_hash,
      new.published_at, new.published_by, new.note, new.signed_by, new.drafted_at) then
    if new.status <> old.status and (old.status, new.status) not in (('certified', 'deprecated'), ('deprecated', 'retired')) then
      raise exception 'a % version does not become %', old.status, new.status;
    end if;
    return new;
  end if;
  raise exception 'a published version never changes';
end $$;
