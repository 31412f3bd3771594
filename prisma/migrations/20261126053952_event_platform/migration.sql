-- CreateTable
CREATE TABLE "event_outbox" (
    "id" BIGSERIAL NOT NULL,
    "event_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "tenant_id" UUID,
    "user_id" UUID,
    "entity_id" TEXT NOT NULL,
    "aggregate_key" TEXT NOT NULL,
    "aggregate_version" BIGINT NOT NULL,
    "part" INTEGER NOT NULL,
    "schema_version" INTEGER NOT NULL,
    "payload" JSON NOT NULL,
    "idempotency_key" TEXT,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "created_at" TIMESTAMP(6) NOT NULL DEFAULT timezone('utc', clock_timestamp()),

    CONSTRAINT "event_outbox_pkey" PRIMARY KEY ("created_at","id")
) PARTITION BY RANGE ("created_at");
-- Where a row lands for whose day no partition was made in time.
CREATE TABLE "event_outbox_other" PARTITION OF "event_outbox" DEFAULT;

-- CreateTable
CREATE TABLE "event_inbox" (
    "event_id" UUID NOT NULL,
    "consumer_group" TEXT NOT NULL,
    "processed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "event_inbox_pkey" PRIMARY KEY ("consumer_group","event_id")
);

-- CreateTable
CREATE TABLE "event_positions" (
    "consumer_group" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "snapshot" TEXT NOT NULL,
    "cluster" TEXT NOT NULL,
    "pinned" TEXT,
    "after_id" BIGINT NOT NULL DEFAULT 0,
    "moves" BIGINT NOT NULL DEFAULT 0,
    "moved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "event_positions_pkey" PRIMARY KEY ("consumer_group","topic")
);

-- CreateTable
CREATE TABLE "event_keys" (
    "consumer_group" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "aggregate_key" TEXT NOT NULL,
    "version" BIGINT NOT NULL,
    "parked_at" TIMESTAMPTZ(3),
    "early" INTEGER NOT NULL DEFAULT 0,
    "deaths" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "event_keys_pkey" PRIMARY KEY ("consumer_group","topic","aggregate_key")
);

-- CreateTable
CREATE TABLE "event_early" (
    "consumer_group" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "aggregate_key" TEXT NOT NULL,
    "aggregate_version" BIGINT NOT NULL,
    "payload" JSON NOT NULL,
    "arrived_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "event_early_pkey" PRIMARY KEY ("consumer_group","topic","aggregate_key","aggregate_version")
);

-- CreateTable
CREATE TABLE "event_dlq" (
    "id" BIGSERIAL NOT NULL,
    "event_id" UUID NOT NULL,
    "consumer_group" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "tenant_id" UUID,
    "user_id" UUID,
    "aggregate_key" TEXT NOT NULL,
    "aggregate_version" BIGINT NOT NULL,
    "payload" JSON NOT NULL,
    "reason" TEXT NOT NULL,
    "error_kind" TEXT,
    "error_message" TEXT,
    "retry_count" INTEGER NOT NULL DEFAULT 0,
    "failed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "replayed_at" TIMESTAMPTZ(3),
    "replayed_by" TEXT,
    "replay_reason" TEXT,

    CONSTRAINT "event_dlq_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_replays" (
    "id" BIGSERIAL NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "requested_by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "consumer_group" TEXT,
    "aggregate_key" TEXT,
    "hours" INTEGER,
    "most" INTEGER,
    "finished_at" TIMESTAMPTZ(3),
    "replayed" INTEGER,
    "failed" INTEGER,
    "fault" TEXT,

    CONSTRAINT "event_replays_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "event_outbox_id_idx" ON "event_outbox"("id");

-- CreateIndex
CREATE INDEX "event_outbox_xid_idx" ON "event_outbox"("xid");

-- CreateIndex
CREATE INDEX "event_outbox_topic_aggregate_key_aggregate_version_idx" ON "event_outbox"("topic", "aggregate_key", "aggregate_version");

-- CreateIndex
CREATE INDEX "event_inbox_processed_at_idx" ON "event_inbox"("processed_at");

-- CreateIndex
CREATE INDEX "event_dlq_consumer_group_topic_aggregate_key_aggregate_vers_idx" ON "event_dlq"("consumer_group", "topic", "aggregate_key", "aggregate_version");

-- CreateIndex
CREATE INDEX "event_dlq_failed_at_idx" ON "event_dlq"("failed_at");

-- CreateIndex
CREATE UNIQUE INDEX "event_dlq_consumer_group_event_id_key" ON "event_dlq"("consumer_group", "event_id");

-- CreateIndex
CREATE INDEX "event_replays_finished_at_idx" ON "event_replays"("finished_at");

-- ── What no program can store wrongly ─────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "event_outbox"
    ADD CONSTRAINT "event_outbox_version_check" CHECK ("aggregate_version" >= 1),
    ADD CONSTRAINT "event_outbox_topic_check" CHECK ("topic" IN ('events.miner', 'events.treasury', 'events.ops', 'events.crm', 'events.dlq'));
ALTER TABLE "event_dlq" ADD CONSTRAINT "event_dlq_reason_check" CHECK ("reason" IN ('failed', 'blocked'));
ALTER TABLE "event_replays" ADD CONSTRAINT "event_replays_reason_check" CHECK (length("reason") BETWEEN 1 AND 500);

-- ── Positions ─────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Moves a reader on from where it read that it stood; false when another process has moved it since.
CREATE FUNCTION "move_event_position"(reader text, at_topic text, was bigint, to_snapshot text, to_pinned text, to_id bigint, in_cluster text)
RETURNS boolean LANGUAGE plpgsql VOLATILE AS $$
BEGIN
  UPDATE "event_positions" SET "snapshot" = to_snapshot, "pinned" = to_pinned, "after_id" = to_id, "cluster" = in_cluster,
    "moves" = "moves" + 1, "moved_at" = clock_timestamp()
  WHERE "consumer_group" = reader AND "topic" = at_topic AND "moves" = was;
  RETURN FOUND;
END $$;

-- ── Partitions of the outbox ──────────────────────────────────────────────────────────────────────────────────────────
-- The runtime role owns no table, so these two run as the owner. Each waits two seconds for its locks at most: who
-- writes is never held up, and the job comes again.

-- Makes the partitions of today and the days ahead; says how many are new.
CREATE FUNCTION "outbox_make_days"(ahead int) RETURNS int LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  first date := (now() AT TIME ZONE 'utc')::date;
  this date;
  part text;
  made int := 0;
  scope text := app_scope();
BEGIN
  PERFORM set_config('app.scope', 'events', true);
  FOR this IN SELECT first + n FROM generate_series(0, ahead) AS n LOOP
    part := 'event_outbox_' || to_char(this, 'YYYYMMDD');
    CONTINUE WHEN to_regclass(part) IS NOT NULL
      OR EXISTS (SELECT FROM "event_outbox" WHERE "created_at" >= this AND "created_at" < this + 1);
    -- Attaching waits for nobody who writes; creating it as a partition would.
    EXECUTE format('CREATE TABLE %I (LIKE "event_outbox" INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', part);
    EXECUTE format('REVOKE ALL ON %I FROM hashinsight_app', part);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', part);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', part);
    EXECUTE format('ALTER TABLE "event_outbox" ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', part, this, this + 1);
    made := made + 1;
  END LOOP;
  PERFORM set_config('app.scope', scope, true);
  RETURN made;
END $$;

-- Drops the partitions of days before the last `keep`, oldest first, up to the first that has a row which one of `groups`
-- hasn't read; says how many went.
CREATE FUNCTION "outbox_drop_days"(keep int, groups text[]) RETURNS int LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
  first date := (now() AT TIME ZONE 'utc')::date - keep;
  part text;
  is_unread boolean;
  dropped int := 0;
  scope text := app_scope();
BEGIN
  PERFORM set_config('app.scope', 'events', true);
  FOR part IN SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
      WHERE i.inhparent = '"event_outbox"'::regclass AND c.relname ~ '^event_outbox_\d{8}$'
        AND c.relname < 'event_outbox_' || to_char(first, 'YYYYMMDD') ORDER BY 1 LOOP
    EXECUTE 'SELECT EXISTS (SELECT FROM "event_positions" p WHERE p."consumer_group" = ANY ($1) AND EXISTS (
      SELECT FROM "event_outbox" o WHERE o."created_at" >= $2 AND o."created_at" < $2 + 1 AND o."topic" = p."topic"
        AND NOT pg_visible_in_snapshot(o."xid", p."snapshot"::pg_snapshot)))'
      INTO is_unread USING groups, to_date(right(part, 8), 'YYYYMMDD');
    EXIT WHEN is_unread;
    EXECUTE format('DROP TABLE %I', part);
    dropped := dropped + 1;
  END LOOP;
  PERFORM set_config('app.scope', scope, true);
  RETURN dropped;
END $$;
REVOKE ALL ON FUNCTION "outbox_make_days"(int), "outbox_drop_days"(int, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION "outbox_make_days"(int), "outbox_drop_days"(int, text[]) TO hashinsight_app;
SELECT "outbox_make_days"(3);

-- ── What the runtime role may not do at all ───────────────────────────────────────────────────────────────────────────
REVOKE UPDATE, DELETE ON "event_outbox" FROM hashinsight_app;
-- A partition that is asked for by its own name has no policies of the whole.
REVOKE ALL ON "event_outbox_other" FROM hashinsight_app;
REVOKE UPDATE ON "event_inbox", "event_early" FROM hashinsight_app;
REVOKE DELETE ON "event_positions", "event_keys", "event_dlq", "event_replays" FROM hashinsight_app;

-- ── Who sees which row ────────────────────────────────────────────────────────────────────────────────────────────────
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['event_outbox', 'event_outbox_other', 'event_inbox', 'event_positions', 'event_keys', 'event_early',
    'event_dlq', 'event_replays'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END $$;
-- A company writes its own events and reads none back; the event platform reads them all (scope `events`).
CREATE POLICY "read" ON "event_outbox" FOR SELECT USING ((SELECT app_scope()) = 'events');
CREATE POLICY "tell" ON "event_outbox" FOR INSERT
    WITH CHECK ("tenant_id" IS NOT DISTINCT FROM (SELECT app_tenant()) OR (SELECT app_scope()) = 'events');
CREATE POLICY "consumers" ON "event_inbox" USING ((SELECT app_scope()) = 'events') WITH CHECK ((SELECT app_scope()) = 'events');
CREATE POLICY "consumers" ON "event_positions" USING ((SELECT app_scope()) = 'events') WITH CHECK ((SELECT app_scope()) = 'events');
CREATE POLICY "consumers" ON "event_keys" USING ((SELECT app_scope()) = 'events') WITH CHECK ((SELECT app_scope()) = 'events');
CREATE POLICY "consumers" ON "event_early" USING ((SELECT app_scope()) = 'events') WITH CHECK ((SELECT app_scope()) = 'events');
CREATE POLICY "consumers" ON "event_dlq" USING ((SELECT app_scope()) = 'events') WITH CHECK ((SELECT app_scope()) = 'events');
CREATE POLICY "consumers" ON "event_replays" USING ((SELECT app_scope()) = 'events') WITH CHECK ((SELECT app_scope()) = 'events');
-- The platform's administrators look at what is dead, and ask for a replay.
CREATE POLICY "watch" ON "event_positions" FOR SELECT USING ((SELECT app_scope()) = 'platform');
CREATE POLICY "watch" ON "event_keys" FOR SELECT USING ((SELECT app_scope()) = 'platform');
CREATE POLICY "watch" ON "event_early" FOR SELECT USING ((SELECT app_scope()) = 'platform');
CREATE POLICY "watch" ON "event_dlq" FOR SELECT USING ((SELECT app_scope()) = 'platform');
CREATE POLICY "watch" ON "event_replays" FOR SELECT USING ((SELECT app_scope()) = 'platform');
CREATE POLICY "ask" ON "event_replays" FOR INSERT WITH CHECK ((SELECT app_scope()) = 'platform');
