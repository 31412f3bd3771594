-- AlterTable
ALTER TABLE "long_work" ADD COLUMN     "fault_details" JSONB;
