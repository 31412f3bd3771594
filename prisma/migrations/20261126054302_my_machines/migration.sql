-- CreateTable
CREATE TABLE "portfolio_machines" (
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "machine_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL,
    "hashrate_th" DECIMAL NOT NULL,
    "power_w" DECIMAL NOT NULL,
    "is_price_assumed" BOOLEAN NOT NULL,
    "daily_revenue" DECIMAL NOT NULL,
    "daily_cost" DECIMAL NOT NULL,
    "daily_profit" DECIMAL NOT NULL,
    "as_of" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,

    CONSTRAINT "portfolio_machines_pkey" PRIMARY KEY ("tenant_id","user_id","machine_id")
);

-- CreateTable
CREATE TABLE "portfolio_totals" (
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "machines" BIGINT NOT NULL,
    "hashrate_th" DECIMAL NOT NULL,
    "power_w" DECIMAL NOT NULL,
    "daily_revenue" DECIMAL NOT NULL,
    "daily_cost" DECIMAL NOT NULL,
    "daily_profit" DECIMAL NOT NULL,
    "price_assumed" BIGINT NOT NULL,
    "as_of" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,
    "up_to_version" BIGINT NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "portfolio_totals_pkey" PRIMARY KEY ("tenant_id","user_id")
);

-- CreateTable
CREATE TABLE "portfolios" (
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "version" BIGINT NOT NULL,

    CONSTRAINT "portfolios_pkey" PRIMARY KEY ("tenant_id","user_id")
);

-- CreateTable
CREATE TABLE "user_miners" (
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "miner_model_id" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "electricity_usd_per_kwh" DECIMAL(9,6),
    "label" TEXT,
    "site" TEXT,
    "purchased_at" TIMESTAMPTZ(3),
    "cost_usd" DECIMAL(14,2),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_miners_pkey" PRIMARY KEY ("tenant_id","user_id","id")
);

-- CreateIndex
CREATE INDEX "user_miners_miner_model_id_idx" ON "user_miners"("miner_model_id");

-- ── What no program can store wrongly, whoever writes ─────────────────────────────────────────────────────────────────
ALTER TABLE "portfolios"
    ADD CONSTRAINT "portfolios_member_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "user_access" ("tenant_id", "user_id"),
    ADD CONSTRAINT "portfolios_version_check" CHECK ("version" > 0);
ALTER TABLE "user_miners"
    ADD CONSTRAINT "user_miners_portfolio_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "portfolios" ("tenant_id", "user_id"),
    ADD CONSTRAINT "user_miners_model_fkey" FOREIGN KEY ("miner_model_id") REFERENCES "miner_models" ("id"),
    ADD CONSTRAINT "user_miners_quantity_check" CHECK ("quantity" BETWEEN 1 AND 1000000),
    ADD CONSTRAINT "user_miners_electricity_check" CHECK ("electricity_usd_per_kwh" BETWEEN -1 AND 10),
    ADD CONSTRAINT "user_miners_words_check" CHECK (length("label") BETWEEN 1 AND 60 AND length("site") BETWEEN 1 AND 60),
    ADD CONSTRAINT "user_miners_cost_check" CHECK ("cost_usd" >= 0),
    ADD CONSTRAINT "user_miners_version_check" CHECK ("version" > 0);
ALTER TABLE "portfolio_machines"
    ADD CONSTRAINT "portfolio_machines_machine_fkey" FOREIGN KEY ("tenant_id", "user_id", "machine_id")
        REFERENCES "user_miners" ("tenant_id", "user_id", "id"),
    ADD CONSTRAINT "portfolio_machines_state_check" CHECK ("state" IN ('live', 'stale', 'estimated', 'manual', 'simulated', 'default'));
ALTER TABLE "portfolio_totals"
    ADD CONSTRAINT "portfolio_totals_portfolio_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "portfolios" ("tenant_id", "user_id"),
    ADD CONSTRAINT "portfolio_totals_state_check" CHECK ("state" IN ('live', 'stale', 'estimated', 'manual', 'simulated', 'default'));

-- A machine is of a model that its company may see: shared, or the company's own. A plain reference would also take
-- another company's, and tell that it is there.
CREATE FUNCTION "keep_visible_model"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "miner_models" m WHERE m."id" = NEW."miner_model_id"
                 AND (m."tenant_id" IS NULL OR m."tenant_id" = NEW."tenant_id")) THEN
    RAISE EXCEPTION 'there is no such model' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "user_miners_keep_model" BEFORE INSERT OR UPDATE OF "miner_model_id" ON "user_miners"
FOR EACH ROW EXECUTE FUNCTION "keep_visible_model"();

-- Rows are retired, never deleted; what was computed of a retired one may go.
REVOKE DELETE ON "portfolios", "user_miners", "portfolio_totals" FROM hashinsight_app;

-- ── Who sees which row ────────────────────────────────────────────────────────────────────────────────────────────────
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['portfolios', 'user_miners', 'portfolio_machines', 'portfolio_totals'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;

-- A person's own, whatever their role; the system reads them in the company that it works in, and counts. Which
-- portfolios there are, and how often each was written, it sees everywhere.
CREATE POLICY "own" ON "portfolios"
    USING ("tenant_id" = (SELECT app_tenant()) AND "user_id" = (SELECT app_user()))
    WITH CHECK ("tenant_id" = (SELECT app_tenant()) AND "user_id" = (SELECT app_user()));
CREATE POLICY "work" ON "portfolios" FOR SELECT USING ((SELECT app_scope()) = 'system');
CREATE POLICY "own" ON "user_miners"
    USING ("tenant_id" = (SELECT app_tenant()) AND "user_id" = (SELECT app_user()))
    WITH CHECK ("tenant_id" = (SELECT app_tenant()) AND "user_id" = (SELECT app_user()));
CREATE POLICY "work" ON "user_miners" FOR SELECT
    USING ("tenant_id" = (SELECT app_tenant()) AND (SELECT app_scope()) = 'system');

-- What was computed is read by whose it is, and written by the system alone.
CREATE POLICY "own" ON "portfolio_machines" FOR SELECT
    USING ("tenant_id" = (SELECT app_tenant()) AND "user_id" = (SELECT app_user()));
CREATE POLICY "work" ON "portfolio_machines"
    USING ("tenant_id" = (SELECT app_tenant()) AND (SELECT app_scope()) = 'system')
    WITH CHECK ("tenant_id" = (SELECT app_tenant()) AND (SELECT app_scope()) = 'system');
CREATE POLICY "own" ON "portfolio_totals" FOR SELECT
    USING ("tenant_id" = (SELECT app_tenant()) AND "user_id" = (SELECT app_user()));
CREATE POLICY "work" ON "portfolio_totals"
    USING ("tenant_id" = (SELECT app_tenant()) AND (SELECT app_scope()) = 'system')
    WITH CHECK ("tenant_id" = (SELECT app_tenant()) AND (SELECT app_scope()) = 'system');
