-- AlterTable
ALTER TABLE "tenants" ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
GRANT UPDATE ("version") ON "tenants" TO hashinsight_app;
