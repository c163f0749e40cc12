-- Rises with every change of a certification; who changes an older one is refused.
alter table model.version add column changes bigint not null default 0;
