-- AlterTable
ALTER TABLE "event_replays" ADD COLUMN     "planned" INTEGER;

-- CreateTable
CREATE TABLE "system_performance_logs" (
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "objective" TEXT NOT NULL,
    "total" BIGINT NOT NULL,
    "good" BIGINT NOT NULL,

    CONSTRAINT "system_performance_logs_pkey" PRIMARY KEY ("objective","minute")
);

-- CreateIndex
CREATE INDEX "system_performance_logs_minute_idx" ON "system_performance_logs"("minute");

ALTER TABLE "system_performance_logs" ADD CONSTRAINT "system_performance_logs_good_check" CHECK ("good" BETWEEN 0 AND "total");
