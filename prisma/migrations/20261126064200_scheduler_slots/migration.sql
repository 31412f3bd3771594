-- The jobs are named anew when a worker begins to lead, and runs of before have no slot.
DELETE FROM "scheduled_jobs";
DELETE FROM "job_runs";

-- AlterTable
ALTER TABLE "scheduled_jobs" DROP COLUMN "quiet",
ADD COLUMN     "continuous" BOOLEAN NOT NULL,
ADD COLUMN     "missed" TEXT NOT NULL,
ADD COLUMN     "missed_bound" INTEGER;

-- AlterTable
ALTER TABLE "job_runs" DROP CONSTRAINT "job_runs_pkey",
DROP COLUMN "id",
DROP COLUMN "ok",
ADD COLUMN     "attempt" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "epoch" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "kind" TEXT NOT NULL,
ADD COLUMN     "requested_by" TEXT,
ADD COLUMN     "scheduled_for" TIMESTAMPTZ(3) NOT NULL,
ADD COLUMN     "state" TEXT NOT NULL,
ALTER COLUMN "started_at" DROP NOT NULL,
ALTER COLUMN "finished_at" DROP NOT NULL,
ADD CONSTRAINT "job_runs_pkey" PRIMARY KEY ("job", "scheduled_for");

-- CreateTable
CREATE TABLE "scheduler_leader_lock" (
    "name" TEXT NOT NULL,
    "epoch" BIGINT NOT NULL,
    "holder" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "scheduler_leader_lock_pkey" PRIMARY KEY ("name")
);

ALTER TABLE "scheduled_jobs"
    ADD CONSTRAINT "scheduled_jobs_missed_check" CHECK ("missed" IN ('skip', 'once', 'catch_up')),
    ADD CONSTRAINT "scheduled_jobs_bound_check" CHECK (("missed" = 'catch_up') = ("missed_bound" IS NOT NULL));
ALTER TABLE "job_runs"
    ADD CONSTRAINT "job_runs_kind_check" CHECK ("kind" IN ('slot', 'manual', 'sample')),
    ADD CONSTRAINT "job_runs_state_check" CHECK ("state" IN ('requested', 'running', 'done', 'failed')),
    ADD CONSTRAINT "job_runs_finished_check" CHECK (("state" IN ('done', 'failed')) = ("finished_at" IS NOT NULL));

-- No job overlaps itself, in whichever worker; and however often somebody asks at once, it is one run.
CREATE UNIQUE INDEX "job_runs_running_key" ON "job_runs" ("job") WHERE "state" = 'running';
CREATE UNIQUE INDEX "job_runs_request_key" ON "job_runs" ("job") WHERE "kind" = 'manual' AND "finished_at" IS NULL;
-- What the leader asks for every second.
CREATE INDEX "job_runs_open_idx" ON "job_runs" ("scheduled_for") WHERE "finished_at" IS NULL;
