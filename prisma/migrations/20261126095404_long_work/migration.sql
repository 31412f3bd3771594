-- DropIndex
DROP INDEX "mails_due_at_idx";

-- AlterTable
ALTER TABLE "mails" DROP COLUMN "due_at";

-- CreateTable
CREATE TABLE "long_work" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "tenant_id" UUID,
    "user_id" UUID,
    "key" TEXT,
    "input" JSONB NOT NULL,
    "is_shown" BOOLEAN NOT NULL,
    "may_cancel" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'queued',
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER,
    "total" INTEGER,
    "message" TEXT,
    "fault" TEXT,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "started_at" TIMESTAMPTZ(3),
    "touched_at" TIMESTAMPTZ(3),
    "cancel_asked_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "long_work_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "long_work_user_id_created_at_idx" ON "long_work"("user_id", "created_at");

-- CreateIndex
CREATE INDEX "long_work_created_at_idx" ON "long_work"("created_at");

-- ── What no program can store wrongly ─────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "long_work"
    ADD CONSTRAINT "long_work_tenant_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants" ("id"),
    ADD CONSTRAINT "long_work_state_check" CHECK ("state" IN ('queued', 'running', 'waiting', 'done', 'failed', 'cancelled')),
    ADD CONSTRAINT "long_work_over_check" CHECK (("finished_at" IS NOT NULL) = ("state" IN ('done', 'failed', 'cancelled'))),
    ADD CONSTRAINT "long_work_progress_check" CHECK ("done" >= 0 AND "done" <= "total");
CREATE UNIQUE INDEX "long_work_key" ON "long_work" ("name", "key") WHERE "state" IN ('queued', 'running', 'waiting');

-- ── Into the queue ────────────────────────────────────────────────────────────────────────────────────────────────────
-- In the transaction of who asks; pg-boss documents the insert into its table. Nothing where the id or the key is taken.
-- `longest`: between two tries, seconds; `lasts`: one try; `heartbeat`: how long a worker may be silent.
CREATE FUNCTION "enqueue_work"(work uuid, work_name text, tenant uuid, who uuid, work_key text, asked jsonb, shown boolean,
    cancellable boolean, retries int, wait int, longest int, lasts int, heartbeat int)
RETURNS void LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  INSERT INTO "long_work" ("id", "name", "tenant_id", "user_id", "key", "input", "is_shown", "may_cancel")
  VALUES (work, work_name, tenant, who, work_key, asked, shown, cancellable) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN; END IF;
  IF NOT EXISTS (SELECT FROM pgboss.queue q WHERE q.name = work_name) THEN
    PERFORM pgboss.create_queue(work_name, '{"policy": "standard"}');
  END IF;
  INSERT INTO pgboss.job (id, name, data, retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds,
    heartbeat_seconds, policy)
  VALUES (work, work_name, jsonb_build_object('tenant_id', tenant), retries, wait, true, longest, lasts, heartbeat, 'standard');
END $$;

-- Mail that waits goes by the queue from now on.
DO $$
DECLARE mail record;
BEGIN
  PERFORM set_config('app.scope', 'mailer', true);
  FOR mail IN SELECT "id", "tenant_id", "user_id" FROM "mails"
      WHERE "sent_at" IS NULL AND "failed_at" IS NULL AND "payload_box" IS NOT NULL LOOP
    PERFORM enqueue_work(mail.id, 'identity.mail.deliver', mail.tenant_id, mail.user_id, NULL,
      jsonb_build_object('mail_id', mail.id), false, false, 25, 10, 14400, 300, 15);
  END LOOP;
  PERFORM set_config('app.scope', '', true);
END $$;

-- ── Who sees which row ────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "long_work" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "long_work" FORCE ROW LEVEL SECURITY;
-- A person sees and cancels what they asked for, in the company where they did.
CREATE POLICY "see" ON "long_work" FOR SELECT
    USING ("user_id" = (SELECT app_user()) AND "tenant_id" IS NOT DISTINCT FROM (SELECT app_tenant()));
CREATE POLICY "ask" ON "long_work" FOR INSERT
    WITH CHECK ("tenant_id" IS NULL OR "tenant_id" = (SELECT app_tenant()));
CREATE POLICY "cancel" ON "long_work" FOR UPDATE
    USING ("user_id" = (SELECT app_user()) AND "tenant_id" IS NOT DISTINCT FROM (SELECT app_tenant()))
    WITH CHECK ("user_id" = (SELECT app_user()) AND "tenant_id" IS NOT DISTINCT FROM (SELECT app_tenant()));
-- A worker does it in the company that the queue names, or finds no such work.
CREATE POLICY "work" ON "long_work" FOR SELECT
    USING ((SELECT app_scope()) = 'worker' AND "tenant_id" IS NOT DISTINCT FROM (SELECT app_tenant()));
CREATE POLICY "do" ON "long_work" FOR UPDATE
    USING ((SELECT app_scope()) = 'worker' AND "tenant_id" IS NOT DISTINCT FROM (SELECT app_tenant()))
    WITH CHECK ((SELECT app_scope()) = 'worker' AND "tenant_id" IS NOT DISTINCT FROM (SELECT app_tenant()));
-- The platform's administrators see how it fares, and stop what the machine asked itself for; what was over a month ago is
-- swept away.
CREATE POLICY "watch" ON "long_work" FOR SELECT USING ((SELECT app_scope()) = 'platform');
CREATE POLICY "stop" ON "long_work" FOR UPDATE
    USING ((SELECT app_scope()) = 'platform' AND "user_id" IS NULL AND "may_cancel")
    WITH CHECK ((SELECT app_scope()) = 'platform' AND "user_id" IS NULL AND "may_cancel");
CREATE POLICY "purge" ON "long_work"
    USING ((SELECT app_scope()) = 'purge' AND "finished_at" < now() - interval '29 days') WITH CHECK (false);
