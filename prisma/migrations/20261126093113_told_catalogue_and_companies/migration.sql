-- AlterTable
ALTER TABLE "tenants" ADD COLUMN     "event_version" INTEGER NOT NULL DEFAULT 0;
GRANT UPDATE ("event_version") ON "tenants" TO hashinsight_app;

-- AlterTable
ALTER TABLE "miner_models" ADD COLUMN     "event_version" INTEGER NOT NULL DEFAULT 0;
