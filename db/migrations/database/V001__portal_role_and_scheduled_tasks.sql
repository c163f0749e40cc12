-- Runs as the owner of all tables. The portal itself connects as another role, which gets the rows but never the tables;
-- the rooms' migrations take back what even it may not do. Nothing but migrations can reach the schema of their history.
do $$
begin
  if not exists (select from pg_roles where rolname = '${portal}') then
    raise exception 'There is no role ${portal}'
      using hint = 'Create it (create role ${portal} login password ...), and name it in spring.datasource.username';
  end if;
end $$;

alter default privileges grant usage on schemas to ${portal};
alter default privileges grant select, insert, update, delete on tables to ${portal};
alter default privileges grant usage, select on sequences to ${portal};

-- Durable work, picked up by any replica: the table of db-scheduler 16.12.
create table public.scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  primary key (task_name, task_instance)
);

create index on public.scheduled_tasks (execution_time);
create index on public.scheduled_tasks (last_heartbeat);
create index on public.scheduled_tasks (priority desc, execution_time asc);
