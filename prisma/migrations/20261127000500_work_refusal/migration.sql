-- AlterTable
ALTER TABLE "long_work" ADD COLUMN "refusal" JSONB;
