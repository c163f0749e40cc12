#!/bin/sh
# The portal connects as a role of its own; the migrations, run by the owner, say what it may do.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$SLIPWAY_PORTAL_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
CREATE ROLE slipway_portal LOGIN PASSWORD :'password';
SQL
