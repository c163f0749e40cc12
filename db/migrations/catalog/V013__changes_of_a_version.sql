-- Rises with every change of the status; who changes an older one is refused.
alter table catalog.version add column changes bigint not null default 0;
grant update (changes) on catalog.version to ${portal};
