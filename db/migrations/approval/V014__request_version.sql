-- Rises with the decision; who decides an older one is refused.
alter table approval.request add column version bigint not null default 0;
grant update (version) on approval.request to ${portal};
