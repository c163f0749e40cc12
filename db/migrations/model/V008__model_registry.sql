create schema model;

-- Certified models, each an OCI artifact in the house. A version's bytes are named by its digest and never change.
create table model.version (
  name                text        not null check (name ~ '^[a-z0-9][a-z0-9.-]{0,38}[a-z0-9]$'),
  version             text        not null,
  title               text        not null,
  path                text        not null, -- within the registry: models/llama-3.1-8b-instruct
  digest              text        not null check (digest ~ '^sha256:[0-9a-f]{64}$'),
  licence             text        not null,
  kind                text        not null check (kind in ('generator', 'embedding')),
  weights_bytes       bigint      not null check (weights_bytes > 0),
  parameters          bigint      not null check (parameters > 0),
  kv_bytes_per_token  bigint      not null check (kv_bytes_per_token >= 0),
  context_length      bigint      not null check (context_length > 0),
  quantisation        text        not null,
  dimensions          integer     not null default 0 check (dimensions >= 0),
  description         text        not null,
  certified_at        timestamptz not null default now(),
  primary key (name, version)
);
