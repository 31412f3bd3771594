-- AlterTable
ALTER TABLE "portfolio_machines" ADD COLUMN     "miner_model_id" TEXT,
ADD COLUMN     "site" TEXT;

-- What is there already takes it from its row; the tables' owner sees all rows for as long as that lasts.
ALTER TABLE "portfolio_machines" NO FORCE ROW LEVEL SECURITY;
ALTER TABLE "user_miners" NO FORCE ROW LEVEL SECURITY;
UPDATE "portfolio_machines" f SET "miner_model_id" = u."miner_model_id", "site" = u."site" FROM "user_miners" u
WHERE u."tenant_id" = f."tenant_id" AND u."user_id" = f."user_id" AND u."id" = f."machine_id";
ALTER TABLE "portfolio_machines" FORCE ROW LEVEL SECURITY;
ALTER TABLE "user_miners" FORCE ROW LEVEL SECURITY;
ALTER TABLE "portfolio_machines" ALTER COLUMN "miner_model_id" SET NOT NULL;
