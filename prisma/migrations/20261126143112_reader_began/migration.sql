-- AlterTable
ALTER TABLE "event_positions" ADD COLUMN     "began_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp();
