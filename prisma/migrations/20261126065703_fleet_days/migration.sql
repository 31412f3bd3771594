-- CreateTable
CREATE TABLE "fleet_days" (
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "changes" INTEGER NOT NULL,
    "machines" INTEGER,
    "hashrate_th" DECIMAL(65,30),
    "power_w" DECIMAL(65,30),
    "daily_revenue_usd" DECIMAL(65,30),
    "daily_cost_usd" DECIMAL(65,30),
    "daily_profit_usd" DECIMAL(65,30),
    "totals_version" BIGINT NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fleet_days_pkey" PRIMARY KEY ("tenant_id","user_id","day")
);

ALTER TABLE "fleet_days" ADD CONSTRAINT "fleet_days_member_fkey"
    FOREIGN KEY ("tenant_id", "user_id") REFERENCES "user_access" ("tenant_id", "user_id");
ALTER TABLE "fleet_days" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "fleet_days" FORCE ROW LEVEL SECURITY;
-- A person's own, like the machines; the consumer writes in the person's name.
CREATE POLICY "person" ON "fleet_days"
    USING ("tenant_id" = (SELECT app_tenant()) AND "user_id" = (SELECT app_user()))
    WITH CHECK ("tenant_id" = (SELECT app_tenant()) AND "user_id" = (SELECT app_user()));
