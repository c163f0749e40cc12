-- Rises with every change of the team; who saves an older one is refused.
alter table team.team add column version bigint not null default 0;
