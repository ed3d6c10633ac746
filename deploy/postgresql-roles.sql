-- Two roles for CORS on PostgreSQL 15 or newer: one owns and migrates, one serves the web and is
-- bound by row-level security. Run as a superuser, as often as you like:
--
--   psql -v ON_ERROR_STOP=1 -v database=cors -v owner_password=... -v web_password=... \
--        -f deploy/postgresql-roles.sql postgres
--
-- Rights on tables are laid by ./cors migrate, as the owner.
\set QUIET on

SELECT 'CREATE ROLE cors_owner' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cors_owner') \gexec
SELECT 'CREATE ROLE cors_web' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cors_web') \gexec

-- CREATEDB is for the proof of a backup, which restores it into a database of its own.
ALTER ROLE cors_owner LOGIN NOSUPERUSER NOCREATEROLE CREATEDB NOREPLICATION NOBYPASSRLS PASSWORD :'owner_password';
ALTER ROLE cors_web LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOREPLICATION NOBYPASSRLS PASSWORD :'web_password';
ALTER ROLE cors_web SET statement_timeout = '30s';
ALTER ROLE cors_web SET idle_in_transaction_session_timeout = '60s';

SELECT format('CREATE DATABASE %I OWNER cors_owner TEMPLATE template0 ENCODING ''UTF8''', :'database')
    WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \gexec
SELECT format('ALTER DATABASE %I OWNER TO cors_owner', :'database') \gexec
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', :'database') \gexec
SELECT format('GRANT CONNECT ON DATABASE %I TO cors_web', :'database') \gexec

\connect :database
REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER SCHEMA public OWNER TO cors_owner;
GRANT USAGE ON SCHEMA public TO cors_web;
