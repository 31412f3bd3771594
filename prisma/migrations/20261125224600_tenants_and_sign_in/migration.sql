-- DropIndex
DROP INDEX "miner_models_model_name_hashrate_th_key";

-- DropIndex
DROP INDEX "audit_log_tenant_id_at_idx";

-- AlterTable
ALTER TABLE "miner_models" ADD COLUMN     "retired_at" TIMESTAMPTZ(3),
ADD COLUMN     "tenant_id" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "audit_log" ADD COLUMN     "xid" xid8 NOT NULL DEFAULT pg_current_xact_id();

-- CreateTable
CREATE TABLE "tenants" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "plan" TEXT NOT NULL DEFAULT 'free',
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "tenants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription_plans" (
    "plan_type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "price_monthly" DECIMAL(10,2) NOT NULL,
    "max_miners" INTEGER,

    CONSTRAINT "subscription_plans_pkey" PRIMARY KEY ("plan_type")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "password_changed_at" TIMESTAMPTZ(3),
    "email_verified_at" TIMESTAMPTZ(3),
    "locale" TEXT NOT NULL,
    "platform_admin" BOOLEAN NOT NULL DEFAULT false,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_access" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "has_access" BOOLEAN NOT NULL DEFAULT true,
    "expires_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_access_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "sid_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "tenant_id" UUID,
    "support_access_id" UUID,
    "amr" TEXT[],
    "ip" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "proved_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refresh_tokens" (
    "token_hash" TEXT NOT NULL,
    "session_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "refresh_tokens_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "one_time_tokens" (
    "token_hash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "user_id" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_tokens_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "user_totp" (
    "user_id" UUID NOT NULL,
    "secret_box" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "user_totp_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "code_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("code_hash")
);

-- CreateTable
CREATE TABLE "passkeys" (
    "credential_id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkeys_pkey" PRIMARY KEY ("credential_id")
);

-- CreateTable
CREATE TABLE "wallets" (
    "address" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "wallets_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" TEXT NOT NULL,
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "allow_list" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "replaced_by" TEXT,

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_usage" (
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "key_id" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "calls_count" INTEGER NOT NULL,

    CONSTRAINT "api_usage_pkey" PRIMARY KEY ("tenant_id","date","user_id","key_id","endpoint")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "invited_by" UUID NOT NULL,
    "access_expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_records" (
    "id" BIGSERIAL NOT NULL,
    "tenant_id" UUID,
    "user_id" UUID,
    "email" TEXT NOT NULL,
    "login_time" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "session_id" UUID,

    CONSTRAINT "login_records_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "support_access" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "platform_user_id" UUID NOT NULL,
    "platform_email" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,

    CONSTRAINT "support_access_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mails" (
    "id" UUID NOT NULL,
    "tenant_id" UUID,
    "user_id" UUID,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "payload_box" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "fault" TEXT,
    "carrier_id" TEXT,

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_chain" (
    "chain" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "tenant_id" UUID,
    "audit_id" BIGINT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_chain_pkey" PRIMARY KEY ("chain","seq")
);

-- CreateTable
CREATE TABLE "audit_checkpoints" (
    "chain" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "tenant_id" UUID,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "public_key" TEXT NOT NULL,
    "signature" TEXT NOT NULL,

    CONSTRAINT "audit_checkpoints_pkey" PRIMARY KEY ("chain","day")
);

-- CreateTable
CREATE TABLE "audit_sealer" (
    "id" SMALLINT NOT NULL,
    "snapshot" TEXT NOT NULL,
    "cluster" TEXT NOT NULL,

    CONSTRAINT "audit_sealer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_idempotency_records" (
    "tenant_id" UUID NOT NULL,
    "principal" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "response" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_idempotency_records_pkey" PRIMARY KEY ("tenant_id","principal","route","request_id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "user_access_user_id_idx" ON "user_access"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_access_tenant_id_user_id_key" ON "user_access"("tenant_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_sid_hash_key" ON "sessions"("sid_hash");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE INDEX "refresh_tokens_session_id_idx" ON "refresh_tokens"("session_id");

-- CreateIndex
CREATE INDEX "one_time_tokens_user_id_idx" ON "one_time_tokens"("user_id");

-- CreateIndex
CREATE INDEX "recovery_codes_user_id_idx" ON "recovery_codes"("user_id");

-- CreateIndex
CREATE INDEX "passkeys_user_id_idx" ON "passkeys"("user_id");

-- CreateIndex
CREATE INDEX "wallets_user_id_idx" ON "wallets"("user_id");

-- CreateIndex
CREATE INDEX "api_keys_tenant_id_created_at_idx" ON "api_keys"("tenant_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_tenant_id_created_at_idx" ON "invitations"("tenant_id", "created_at");

-- CreateIndex
CREATE INDEX "login_records_tenant_id_login_time_idx" ON "login_records"("tenant_id", "login_time");

-- CreateIndex
CREATE INDEX "login_records_user_id_login_time_idx" ON "login_records"("user_id", "login_time");

-- CreateIndex
CREATE INDEX "support_access_tenant_id_started_at_idx" ON "support_access"("tenant_id", "started_at");

-- CreateIndex
CREATE INDEX "support_access_platform_user_id_started_at_idx" ON "support_access"("platform_user_id", "started_at");

-- CreateIndex
CREATE INDEX "mails_due_at_idx" ON "mails"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_chain_audit_id_key" ON "audit_chain"("audit_id");

-- CreateIndex
CREATE INDEX "audit_chain_tenant_id_idx" ON "audit_chain"("tenant_id");

-- CreateIndex
CREATE INDEX "audit_checkpoints_tenant_id_idx" ON "audit_checkpoints"("tenant_id");

-- CreateIndex
CREATE INDEX "api_idempotency_records_expires_at_idx" ON "api_idempotency_records"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "miner_models_tenant_id_model_name_hashrate_th_key" ON "miner_models"("tenant_id", "model_name", "hashrate_th") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "audit_log_tenant_id_id_idx" ON "audit_log"("tenant_id", "id");

-- CreateIndex
CREATE INDEX "audit_log_xid_idx" ON "audit_log"("xid");

-- ── What no program can store wrongly, whoever writes ─────────────────────────────────────────────────────────────────
INSERT INTO "subscription_plans" VALUES
    ('free', 'Free', 0, 10), ('core', 'Core', 20, 50), ('professional', 'Professional', 50, 100), ('enterprise', 'Enterprise', 200, NULL);

ALTER TABLE "tenants"
    ADD CONSTRAINT "tenants_plan_fkey" FOREIGN KEY ("plan") REFERENCES "subscription_plans" ("plan_type"),
    ADD CONSTRAINT "tenants_name_check" CHECK (length("name") BETWEEN 1 AND 120);
ALTER TABLE "users"
    ADD CONSTRAINT "users_email_check" CHECK ("email" = lower("email") AND "email" LIKE '%_@_%'),
    ADD CONSTRAINT "users_locale_check" CHECK ("locale" IN ('en', 'zh'));
ALTER TABLE "user_access"
    ADD CONSTRAINT "user_access_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id"),
    ADD CONSTRAINT "user_access_user_fkey" FOREIGN KEY ("user_id") REFERENCES "users" ("id"),
    ADD CONSTRAINT "user_access_role_check" CHECK ("role" IN ('owner', 'admin', 'mining_site_owner', 'operator', 'client', 'guest'));
ALTER TABLE "sessions"
    ADD CONSTRAINT "sessions_user_fkey" FOREIGN KEY ("user_id") REFERENCES "users" ("id"),
    ADD CONSTRAINT "sessions_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id"),
    ADD CONSTRAINT "sessions_person_key" UNIQUE ("id", "user_id"),
    ADD CONSTRAINT "sessions_hash_check" CHECK ("sid_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "refresh_tokens"
    ADD CONSTRAINT "refresh_tokens_session_fkey" FOREIGN KEY ("session_id", "user_id") REFERENCES "sessions" ("id", "user_id") ON DELETE CASCADE,
    ADD CONSTRAINT "refresh_tokens_hash_check" CHECK ("token_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "one_time_tokens"
    ADD CONSTRAINT "one_time_tokens_user_fkey" FOREIGN KEY ("user_id") REFERENCES "users" ("id"),
    ADD CONSTRAINT "one_time_tokens_hash_check" CHECK ("token_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "user_totp" ADD CONSTRAINT "user_totp_user_fkey" FOREIGN KEY ("user_id") REFERENCES "users" ("id");
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_fkey" FOREIGN KEY ("user_id") REFERENCES "users" ("id");
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_fkey" FOREIGN KEY ("user_id") REFERENCES "users" ("id");
ALTER TABLE "wallets"
    ADD CONSTRAINT "wallets_user_fkey" FOREIGN KEY ("user_id") REFERENCES "users" ("id"),
    ADD CONSTRAINT "wallets_address_check" CHECK ("address" ~ '^0x[0-9a-fA-F]{40}$');
ALTER TABLE "api_keys"
    ADD CONSTRAINT "api_keys_member_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "user_access" ("tenant_id", "user_id"),
    ADD CONSTRAINT "api_keys_id_check" CHECK ("id" ~ '^[0-9A-Za-z]{8}$'),
    ADD CONSTRAINT "api_keys_hash_check" CHECK ("secret_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "api_usage" ADD CONSTRAINT "api_usage_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id");
ALTER TABLE "invitations"
    ADD CONSTRAINT "invitations_inviter_fkey" FOREIGN KEY ("tenant_id", "invited_by") REFERENCES "user_access" ("tenant_id", "user_id"),
    ADD CONSTRAINT "invitations_role_check" CHECK ("role" IN ('owner', 'admin', 'mining_site_owner', 'operator', 'client', 'guest'));
ALTER TABLE "support_access"
    ADD CONSTRAINT "support_access_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id"),
    ADD CONSTRAINT "support_access_user_fkey" FOREIGN KEY ("platform_user_id") REFERENCES "users" ("id"),
    ADD CONSTRAINT "support_access_time_check" CHECK ("expires_at" > "started_at" AND "expires_at" <= "started_at" + interval '4 hours');
-- A private model's id is random: a readable one, taken already, would tell what another company has.
ALTER TABLE "miner_models"
    ADD CONSTRAINT "miner_models_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id"),
    ADD CONSTRAINT "miner_models_private_id_check" CHECK ("tenant_id" IS NULL OR "id" ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$');
ALTER TABLE "api_idempotency_records" ADD CONSTRAINT "api_idempotency_records_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id");

-- ── What the runtime role may not do at all ───────────────────────────────────────────────────────────────────────────
REVOKE INSERT, UPDATE, DELETE ON "subscription_plans" FROM hashinsight_app;
REVOKE DELETE ON "tenants", "users", "user_access", "support_access", "invitations", "api_keys" FROM hashinsight_app;
REVOKE UPDATE, DELETE ON "login_records", "audit_chain", "audit_checkpoints" FROM hashinsight_app;
REVOKE UPDATE ON "tenants", "support_access" FROM hashinsight_app;
GRANT UPDATE ("name", "plan", "closed_at") ON "tenants" TO hashinsight_app;
-- A look for support is ended, never rewritten.
GRANT UPDATE ("ended_at", "ended_by") ON "support_access" TO hashinsight_app;

CREATE TRIGGER "login_records_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "login_records"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_chain_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_chain"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_checkpoints_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_checkpoints"
FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- ── Who sees which row ────────────────────────────────────────────────────────────────────────────────────────────────
-- The unit of work (lib/platform/db.ts) sets these for its transaction and no longer; without them nothing is seen.
-- tenant: the company · user: the person · own_only: a client or guest, who sees in the company only what is theirs
-- lookup: the exact key by which a row is asked for before anybody is known (address, hash of a secret)
-- scope: system, platform, sealer, mailer or purge, for work that belongs to no tenant
CREATE FUNCTION "app_tenant"() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.tenant_id', true), '')::uuid $$;
CREATE FUNCTION "app_user"() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
CREATE FUNCTION "app_own_only"() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT coalesce(current_setting('app.own_only', true), '') = 'on' $$;
CREATE FUNCTION "app_lookup"() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT nullif(current_setting('app.lookup', true), '') $$;
CREATE FUNCTION "app_scope"() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT coalesce(current_setting('app.scope', true), '') $$;
-- The whole company: not for those who see only their own rows in it.
CREATE FUNCTION "app_company"() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN app_own_only() THEN NULL ELSE app_tenant() END;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['tenants', 'users', 'user_access', 'sessions', 'refresh_tokens', 'one_time_tokens', 'user_totp',
    'recovery_codes', 'passkeys', 'wallets', 'api_keys', 'api_usage', 'invitations', 'login_records', 'support_access', 'mails',
    'audit_log', 'audit_chain', 'audit_checkpoints', 'audit_sealer', 'miner_models', 'api_idempotency_records'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;

CREATE POLICY "see" ON "tenants" FOR SELECT USING (
    "id" = (SELECT app_tenant()) OR (SELECT app_scope()) IN ('system', 'platform')
    OR "id" IN (SELECT "tenant_id" FROM "user_access" WHERE "user_id" = (SELECT app_user())));
CREATE POLICY "found" ON "tenants" FOR INSERT WITH CHECK ("id" = (SELECT app_company()));
CREATE POLICY "change" ON "tenants" FOR UPDATE
    USING ("id" = (SELECT app_company()) OR (SELECT app_scope()) = 'platform')
    WITH CHECK ("id" = (SELECT app_company()) OR (SELECT app_scope()) = 'platform');

-- Who holds an exact key finds the row ("find", here and below); that alone changes nothing.
CREATE POLICY "person" ON "users" USING ("id" = (SELECT app_user())) WITH CHECK ("id" = (SELECT app_user()));
CREATE POLICY "find" ON "users" FOR SELECT USING ("email" = (SELECT app_lookup()));
-- What a start looks for on a database of one's own.
CREATE POLICY "demo" ON "users" FOR SELECT USING ("is_demo" AND (SELECT app_scope()) = 'system');

-- Nobody makes themselves the platform's administrator, or somebody who needs no second factor.
CREATE FUNCTION "keep_standing"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF row_security_active('users') AND app_scope() <> 'system'
     AND ((NEW."platform_admin" AND (TG_OP = 'INSERT' OR NOT OLD."platform_admin")) OR (NEW."is_demo" AND (TG_OP = 'INSERT' OR NOT OLD."is_demo"))) THEN
    RAISE EXCEPTION 'a standing on the platform is given on its machine alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "users_keep_standing" BEFORE INSERT OR UPDATE ON "users" FOR EACH ROW EXECUTE FUNCTION "keep_standing"();

CREATE POLICY "see" ON "user_access" FOR SELECT
    USING ("tenant_id" = (SELECT app_company()) OR "user_id" = (SELECT app_user()));
CREATE POLICY "give" ON "user_access" FOR INSERT WITH CHECK ("tenant_id" = (SELECT app_company()));
CREATE POLICY "change" ON "user_access" FOR UPDATE
    USING ("tenant_id" = (SELECT app_company()) OR "user_id" = (SELECT app_user()))
    WITH CHECK ("tenant_id" = (SELECT app_company()) OR "user_id" = (SELECT app_user()));

-- A person may follow a change of address or name in every company; what the access is worth, only the company changes,
-- and whose it is and where, nobody.
CREATE FUNCTION "keep_own_access"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW."tenant_id", NEW."user_id") IS DISTINCT FROM (OLD."tenant_id", OLD."user_id") THEN
    RAISE EXCEPTION 'an access stays with its person and company' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF row_security_active('user_access') AND OLD."tenant_id" IS DISTINCT FROM app_company()
     AND (NEW."role", NEW."has_access", NEW."expires_at") IS DISTINCT FROM (OLD."role", OLD."has_access", OLD."expires_at") THEN
    RAISE EXCEPTION 'access is changed by the company alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "user_access_keep_own" BEFORE UPDATE ON "user_access" FOR EACH ROW EXECUTE FUNCTION "keep_own_access"();

-- A person's own; the tenant sees the sessions that work in it, to end them.
CREATE POLICY "see" ON "sessions" FOR SELECT
    USING ("user_id" = (SELECT app_user()) OR "sid_hash" = (SELECT app_lookup()) OR "tenant_id" = (SELECT app_company()));
CREATE POLICY "open" ON "sessions" FOR INSERT WITH CHECK ("user_id" = (SELECT app_user()));
CREATE POLICY "keep" ON "sessions" FOR UPDATE
    USING ("user_id" = (SELECT app_user()) OR "sid_hash" = (SELECT app_lookup()) OR "tenant_id" = (SELECT app_company()))
    WITH CHECK ("user_id" = (SELECT app_user()) OR "sid_hash" = (SELECT app_lookup()) OR "tenant_id" = (SELECT app_company()));

-- A session stays its person's, and works only where that person has an access, or looks in for the platform.
CREATE FUNCTION "keep_session"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE is_new boolean := TG_OP = 'INSERT';
BEGIN
  IF NOT row_security_active('sessions') THEN RETURN NEW; END IF;
  IF NOT is_new AND NEW."user_id" <> OLD."user_id" THEN
    RAISE EXCEPTION 'a session stays with its person' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW."support_access_id" IS NOT NULL AND app_scope() <> 'platform'
     AND (is_new OR NEW."support_access_id" IS DISTINCT FROM OLD."support_access_id") THEN
    RAISE EXCEPTION 'only the platform looks in for support' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW."tenant_id" IS NOT NULL AND NEW."support_access_id" IS NULL
     AND (is_new OR NEW."tenant_id" IS DISTINCT FROM OLD."tenant_id" OR OLD."support_access_id" IS NOT NULL)
     AND NOT EXISTS (SELECT FROM "user_access" a WHERE a."tenant_id" = NEW."tenant_id" AND a."user_id" = NEW."user_id") THEN
    RAISE EXCEPTION 'a session works only where its person has an access' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "sessions_keep" BEFORE INSERT OR UPDATE ON "sessions" FOR EACH ROW EXECUTE FUNCTION "keep_session"();

CREATE POLICY "person" ON "refresh_tokens" USING ("user_id" = (SELECT app_user())) WITH CHECK ("user_id" = (SELECT app_user()));
CREATE POLICY "find" ON "refresh_tokens" FOR SELECT USING ("token_hash" = (SELECT app_lookup()));
CREATE POLICY "person" ON "one_time_tokens" USING ("user_id" = (SELECT app_user())) WITH CHECK ("user_id" = (SELECT app_user()));
CREATE POLICY "find" ON "one_time_tokens" FOR SELECT USING ("token_hash" = (SELECT app_lookup()));
-- A challenge belongs to nobody yet: who holds it asks and answers it.
CREATE POLICY "ask" ON "one_time_tokens" FOR INSERT WITH CHECK ("user_id" IS NULL AND "token_hash" = (SELECT app_lookup()));
CREATE POLICY "answer" ON "one_time_tokens" FOR UPDATE USING ("user_id" IS NULL AND "token_hash" = (SELECT app_lookup()))
    WITH CHECK ("user_id" IS NULL AND "token_hash" = (SELECT app_lookup()));
CREATE POLICY "person" ON "user_totp" USING ("user_id" = (SELECT app_user())) WITH CHECK ("user_id" = (SELECT app_user()));
CREATE POLICY "person" ON "recovery_codes" USING ("user_id" = (SELECT app_user())) WITH CHECK ("user_id" = (SELECT app_user()));
CREATE POLICY "person" ON "passkeys" USING ("user_id" = (SELECT app_user())) WITH CHECK ("user_id" = (SELECT app_user()));
CREATE POLICY "find" ON "passkeys" FOR SELECT USING ("credential_id" = (SELECT app_lookup()));
CREATE POLICY "person" ON "wallets" USING ("user_id" = (SELECT app_user())) WITH CHECK ("user_id" = (SELECT app_user()));
CREATE POLICY "find" ON "wallets" FOR SELECT USING ("address" = (SELECT app_lookup()));

CREATE POLICY "tenant" ON "api_keys" USING ("tenant_id" = (SELECT app_company())) WITH CHECK ("tenant_id" = (SELECT app_company()));
CREATE POLICY "find" ON "api_keys" FOR SELECT USING ("id" = (SELECT app_lookup()));
CREATE POLICY "tenant" ON "api_usage"
    USING ("tenant_id" = (SELECT app_company()) OR ("tenant_id" = (SELECT app_tenant()) AND "user_id" = (SELECT app_user())))
    WITH CHECK ("tenant_id" = (SELECT app_company()) OR ("tenant_id" = (SELECT app_tenant()) AND "user_id" = (SELECT app_user())));
CREATE POLICY "tenant" ON "invitations" USING ("tenant_id" = (SELECT app_company())) WITH CHECK ("tenant_id" = (SELECT app_company()));
CREATE POLICY "find" ON "invitations" FOR SELECT USING ("token_hash" = (SELECT app_lookup()));

CREATE POLICY "see" ON "login_records" FOR SELECT
    USING ("tenant_id" = (SELECT app_company()) OR "user_id" = (SELECT app_user())
        OR ("tenant_id" IS NULL AND (SELECT app_scope()) = 'platform'));
CREATE POLICY "write" ON "login_records" FOR INSERT
    WITH CHECK ("tenant_id" IS NULL OR "tenant_id" = (SELECT app_tenant()));

CREATE POLICY "see" ON "support_access" FOR SELECT
    USING ("tenant_id" = (SELECT app_company()) OR (SELECT app_scope()) = 'platform');
CREATE POLICY "start" ON "support_access" FOR INSERT
    WITH CHECK ((SELECT app_scope()) = 'platform' AND "platform_user_id" = (SELECT app_user()));
CREATE POLICY "end" ON "support_access" FOR UPDATE
    USING ("tenant_id" = (SELECT app_company()) OR (SELECT app_scope()) = 'platform')
    WITH CHECK ("tenant_id" = (SELECT app_company()) OR (SELECT app_scope()) = 'platform');

CREATE POLICY "see" ON "mails" FOR SELECT
    USING ((SELECT app_scope()) = 'mailer' OR "tenant_id" = (SELECT app_company()) OR "user_id" = (SELECT app_user()));
CREATE POLICY "queue" ON "mails" FOR INSERT WITH CHECK ("tenant_id" IS NULL OR "tenant_id" = (SELECT app_tenant()));
CREATE POLICY "send" ON "mails" FOR UPDATE USING ((SELECT app_scope()) = 'mailer') WITH CHECK ((SELECT app_scope()) = 'mailer');
CREATE POLICY "purge" ON "mails" FOR DELETE USING ((SELECT app_scope()) = 'mailer' AND "created_at" < now() - interval '7 days');

CREATE POLICY "see" ON "audit_log" FOR SELECT
    USING ("tenant_id" = (SELECT app_company()) OR (SELECT app_scope()) = 'sealer'
        OR ("tenant_id" IS NULL AND (SELECT app_scope()) IN ('system', 'platform')));
CREATE POLICY "write" ON "audit_log" FOR INSERT WITH CHECK ("tenant_id" IS NOT DISTINCT FROM (SELECT app_tenant()));
CREATE POLICY "see" ON "audit_chain" FOR SELECT
    USING ("tenant_id" = (SELECT app_company()) OR (SELECT app_scope()) = 'sealer'
        OR ("tenant_id" IS NULL AND (SELECT app_scope()) IN ('system', 'platform')));
CREATE POLICY "seal" ON "audit_chain" FOR INSERT WITH CHECK ((SELECT app_scope()) = 'sealer');
CREATE POLICY "see" ON "audit_checkpoints" FOR SELECT
    USING ("tenant_id" = (SELECT app_company()) OR (SELECT app_scope()) = 'sealer'
        OR ("tenant_id" IS NULL AND (SELECT app_scope()) IN ('system', 'platform')));
CREATE POLICY "sign" ON "audit_checkpoints" FOR INSERT WITH CHECK ((SELECT app_scope()) = 'sealer');
CREATE POLICY "sealer" ON "audit_sealer" USING ((SELECT app_scope()) = 'sealer') WITH CHECK ((SELECT app_scope()) = 'sealer');

CREATE POLICY "see" ON "miner_models" FOR SELECT USING ("tenant_id" IS NULL OR "tenant_id" = (SELECT app_company()));
CREATE POLICY "add" ON "miner_models" FOR INSERT WITH CHECK (
    "tenant_id" = (SELECT app_company()) OR ("tenant_id" IS NULL AND (SELECT app_scope()) IN ('system', 'platform')));
CREATE POLICY "change" ON "miner_models" FOR UPDATE
    USING ("tenant_id" = (SELECT app_company()) OR ("tenant_id" IS NULL AND (SELECT app_scope()) IN ('system', 'platform')))
    WITH CHECK ("tenant_id" = (SELECT app_company()) OR ("tenant_id" IS NULL AND (SELECT app_scope()) IN ('system', 'platform')));
CREATE POLICY "remove" ON "miner_models" FOR DELETE
    USING ("tenant_id" = (SELECT app_company()) OR ("tenant_id" IS NULL AND (SELECT app_scope()) IN ('system', 'platform')));

-- Answers are their asker's: the principal begins with the person, also where a program asked.
CREATE POLICY "asker" ON "api_idempotency_records"
    USING ("tenant_id" = (SELECT app_tenant()) AND split_part("principal", ':', 1) = (SELECT app_user())::text)
    WITH CHECK ("tenant_id" = (SELECT app_tenant()) AND split_part("principal", ':', 1) = (SELECT app_user())::text);

-- What is over may be swept away; nothing that still counts is seen by the sweep.
CREATE POLICY "purge" ON "api_idempotency_records" USING ((SELECT app_scope()) = 'purge' AND "expires_at" < now()) WITH CHECK (false);
CREATE POLICY "purge" ON "one_time_tokens" USING ((SELECT app_scope()) = 'purge' AND "expires_at" < now() - interval '1 day') WITH CHECK (false);
CREATE POLICY "purge" ON "refresh_tokens" USING ((SELECT app_scope()) = 'purge' AND "expires_at" < now() - interval '30 days') WITH CHECK (false);
CREATE POLICY "purge" ON "sessions" USING ((SELECT app_scope()) = 'purge' AND "expires_at" < now() - interval '90 days') WITH CHECK (false);

-- ── One look-up a request ─────────────────────────────────────────────────────────────────────────────────────────────
-- Everything that decides whether a session is live and what it may do. Nobody is known yet, so it finds the session by
-- its exact key, and the rest in the name of the session's person.
CREATE FUNCTION "session_facts"(wanted text) RETURNS TABLE (
    session_id uuid, user_id uuid, tenant_id uuid, amr text[], created_at timestamptz, last_seen_at timestamptz,
    proved_at timestamptz, expires_at timestamptz, revoked_at timestamptz, support_access_id uuid,
    email text, name text, locale text, email_verified_at timestamptz, platform_admin boolean, is_demo boolean,
    has_second_factor boolean, role text, has_access boolean, access_expires_at timestamptz,
    tenant_name text, plan text, tenant_closed_at timestamptz, support_expires_at timestamptz, support_ended_at timestamptz)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE s "sessions"%ROWTYPE;
BEGIN
  PERFORM set_config('app.lookup', wanted, true);
  SELECT * INTO s FROM "sessions" WHERE "sid_hash" = wanted;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM set_config('app.user_id', s."user_id"::text, true), set_config('app.tenant_id', coalesce(s."tenant_id"::text, ''), true),
          set_config('app.scope', CASE WHEN s."support_access_id" IS NULL THEN '' ELSE 'platform' END, true);
  RETURN QUERY
    SELECT s."id", s."user_id", s."tenant_id", s."amr", s."created_at", s."last_seen_at", s."proved_at", s."expires_at", s."revoked_at",
           s."support_access_id", u."email", u."name", u."locale", u."email_verified_at", u."platform_admin", u."is_demo",
           EXISTS (SELECT FROM "user_totp" t WHERE t."user_id" = u."id" AND t."confirmed_at" IS NOT NULL)
             OR EXISTS (SELECT FROM "passkeys" p WHERE p."user_id" = u."id"),
           a."role", a."has_access", a."expires_at", c."name", c."plan", c."closed_at", g."expires_at", g."ended_at"
    FROM "users" u
    LEFT JOIN "user_access" a ON a."user_id" = u."id" AND a."tenant_id" = s."tenant_id"
    LEFT JOIN "tenants" c ON c."id" = s."tenant_id"
    LEFT JOIN "support_access" g ON g."id" = s."support_access_id" AND g."tenant_id" = s."tenant_id" AND g."platform_user_id" = s."user_id"
    WHERE u."id" = s."user_id";
END $$;

-- The same for a program's key.
CREATE FUNCTION "api_key_facts"(wanted text) RETURNS TABLE (
    key_id text, tenant_id uuid, user_id uuid, secret_hash text, scopes text[], allow_list text[], expires_at timestamptz,
    revoked_at timestamptz, last_used_at timestamptz, email text, role text, has_access boolean, access_expires_at timestamptz,
    tenant_name text, plan text, tenant_closed_at timestamptz)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE k "api_keys"%ROWTYPE;
BEGIN
  PERFORM set_config('app.lookup', wanted, true);
  SELECT * INTO k FROM "api_keys" WHERE "id" = wanted;
  IF NOT FOUND THEN RETURN; END IF;
  PERFORM set_config('app.user_id', k."user_id"::text, true), set_config('app.tenant_id', k."tenant_id"::text, true);
  RETURN QUERY
    SELECT k."id", k."tenant_id", k."user_id", k."secret_hash", k."scopes", k."allow_list", k."expires_at", k."revoked_at",
           k."last_used_at", a."email", a."role", a."has_access", a."expires_at", c."name", c."plan", c."closed_at"
    FROM "user_access" a JOIN "tenants" c ON c."id" = a."tenant_id"
    WHERE a."user_id" = k."user_id" AND a."tenant_id" = k."tenant_id";
END $$;

-- Keeps the idle time: called at most once a minute a session.
CREATE FUNCTION "touch_session"(wanted text, seen timestamptz) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM set_config('app.lookup', wanted, true);
  UPDATE "sessions" SET "last_seen_at" = seen WHERE "sid_hash" = wanted AND "revoked_at" IS NULL AND "last_seen_at" < seen;
END $$;
CREATE FUNCTION "touch_api_key"(wanted text, seen timestamptz) RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  PERFORM set_config('app.lookup', wanted, true), set_config('app.tenant_id', (SELECT "tenant_id"::text FROM "api_keys" WHERE "id" = wanted), true);
  UPDATE "api_keys" SET "last_used_at" = seen WHERE "id" = wanted;
END $$;
