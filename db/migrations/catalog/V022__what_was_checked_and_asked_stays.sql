-- What a version was checked against stays as it is, as the version itself does, whoever asks: the tables' owner as well.
create function catalog.keep_schemas() returns trigger language plpgsql as $$
begin
  raise exception 'the schemas that a version was checked against never change';
end $$;
create trigger never_altered before update or delete on catalog.schemas
  for each row execute function catalog.keep_schemas();
create trigger never_emptied before truncate on catalog.schemas
  for each statement execute function catalog.keep_schemas();

-- So does what was asked for a signature, by whom and of which authors. It ends once; how it ended stays too.
create function catalog.keep_certification() returns trigger language plpgsql as $$
begin
  if (old.id, old.blueprint, old.version, old.content_hash, old.note, old.authors, old.asked_by, old.asked_at)
      is distinct from (new.id, new.blueprint, new.version, new.content_hash, new.note, new.authors, new.asked_by, new.asked_at) then
    raise exception 'what was asked for a signature never changes';
  end if;
  if old.status <> 'WAITING' and (old.status, old.decided_by, old.decided_at, old.comment)
      is distinct from (new.status, new.decided_by, new.decided_at, new.comment) then
    raise exception 'a request for a signature ends once';
  end if;
  return new;
end $$;
create trigger never_altered before update on catalog.certification
  for each row execute function catalog.keep_certification();

create function catalog.keep_certifications() returns trigger language plpgsql as $$
begin
  raise exception 'a request for a signature is never deleted';
end $$;
create trigger never_deleted before delete on catalog.certification
  for each row execute function catalog.keep_certifications();
create trigger never_emptied before truncate on catalog.certification
  for each statement execute function catalog.keep_certifications();
