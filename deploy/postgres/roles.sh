#!/bin/sh
# Runs once, on an empty volume: the database's owner, who migrates, and the login that the product runs with.
set -eu
psql --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  --set=owner_password="$OWNER_PASSWORD" --set=web_password="$WEB_PASSWORD" <<'SQL'
create role hashinsight_owner login createrole replication password :'owner_password';
create role hashinsight_web login nosuperuser nobypassrls password :'web_password';
create database hashinsight owner hashinsight_owner;
SQL
