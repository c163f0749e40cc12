-- Everybody whose words stand in a draft: none of them signs it.
alter table catalog.draft add column authors jsonb not null default '[]';
update catalog.draft set authors = jsonb_build_array(saved_by);

-- What was asked of a second person: a signature under one content. Ends once.
create table catalog.certification (
  id           uuid        primary key,
  blueprint    text        not null,
  version      text        not null,
  content_hash text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
  note         text        not null check (length(note) between 1 and 2000),
  authors      jsonb       not null,
  asked_by     text        not null,
  asked_at     timestamptz not null,
  status       text        not null check (status in ('WAITING', 'SIGNED', 'RETURNED', 'WITHDRAWN')),
  decided_by   text,
  decided_at   timestamptz,
  comment      text        not null default '',
  changes      bigint      not null default 0,
  check ((status = 'WAITING') = (decided_by is null)),
  check ((decided_by is null) = (decided_at is null)),
  check (status <> 'SIGNED' or (decided_by <> asked_by and not authors @> to_jsonb(decided_by)))
);
create unique index certification_waiting on catalog.certification (blueprint) where status = 'WAITING';
create index certification_of_blueprint on catalog.certification (blueprint, asked_at);
revoke update, delete on catalog.certification from ${portal};
grant update (status, decided_by, decided_at, comment, changes) on catalog.certification to ${portal};

alter table catalog.version
  add column note      text not null default '',
  add column signed_by text;

-- What is published stays, whoever asks: the table's owner as well.
create function catalog.keep_version() returns trigger language plpgsql as $$
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
    return new;
  end if;
  raise exception 'a published version never changes';
end $$;

create trigger never_altered before insert or update or delete on catalog.version
  for each row execute function catalog.keep_version();
create function catalog.keep_versions() returns trigger language plpgsql as $$
begin
  raise exception 'a published version never changes';
end $$;
create trigger never_emptied before truncate on catalog.version
  for each statement execute function catalog.keep_versions();
