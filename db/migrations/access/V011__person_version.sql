-- Rises with every change of the person or their roles; who saves an older one is refused.
alter table access.person add column version bigint not null default 0;
