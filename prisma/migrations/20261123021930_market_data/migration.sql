-- CreateTable
CREATE TABLE "market_readings" (
    "figure" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "market_readings_pkey" PRIMARY KEY ("figure","source")
);

-- CreateTable
CREATE TABLE "market_feeds" (
    "feed" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "last_tried_at" TIMESTAMPTZ(3) NOT NULL,
    "last_ok_at" TIMESTAMPTZ(3),
    "next_try_at" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "fault_kind" TEXT,
    "fault" TEXT,

    CONSTRAINT "market_feeds_pkey" PRIMARY KEY ("feed")
);

-- CreateTable
CREATE TABLE "network_snapshots" (
    "id" BIGSERIAL NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "btc_price" DOUBLE PRECISION NOT NULL,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "hashrate" DOUBLE PRECISION NOT NULL,
    "block_height" INTEGER,
    "fees_sats_per_block" DOUBLE PRECISION,
    "sources" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "network_snapshots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "market_analytics" (
    "id" BIGSERIAL NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "btc_price" DOUBLE PRECISION NOT NULL,
    "change_24h_pct" DOUBLE PRECISION,
    "network_hashrate" DOUBLE PRECISION NOT NULL,
    "fear_greed_index" INTEGER,
    "hashprice_usd_per_ph_day" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "market_analytics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "market_days" (
    "series" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "origin" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "market_days_pkey" PRIMARY KEY ("series","day")
);

-- CreateTable
CREATE TABLE "difficulty_epochs" (
    "epoch" INTEGER NOT NULL,
    "start_height" INTEGER NOT NULL,
    "start_time" TIMESTAMPTZ(3) NOT NULL,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "change_pct" DOUBLE PRECISION,
    "origin" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "difficulty_epochs_pkey" PRIMARY KEY ("epoch")
);

-- CreateTable
CREATE TABLE "history_imports" (
    "sha256" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "layout" TEXT NOT NULL,
    "lines_done" INTEGER NOT NULL,
    "inserted" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "history_imports_pkey" PRIMARY KEY ("sha256")
);

-- CreateIndex
CREATE INDEX "network_snapshots_recorded_at_idx" ON "network_snapshots"("recorded_at");

-- CreateIndex
CREATE INDEX "market_analytics_recorded_at_idx" ON "market_analytics"("recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "difficulty_epochs_start_height_key" ON "difficulty_epochs"("start_height");

-- What no program can store wrongly, whoever writes.
ALTER TABLE "market_days"
    ADD CONSTRAINT "market_days_origin_check" CHECK ("origin" IN ('simulated', 'live', 'backfilled', 'imported')),
    ADD CONSTRAINT "market_days_value_check" CHECK ("value" >= 0 AND "value" < 'Infinity'::float8);
ALTER TABLE "difficulty_epochs"
    ADD CONSTRAINT "difficulty_epochs_origin_check" CHECK ("origin" IN ('simulated', 'live', 'backfilled', 'imported')),
    ADD CONSTRAINT "difficulty_epochs_height_check" CHECK ("start_height" = "epoch" * 2016 AND "difficulty" > 0 AND "difficulty" < 'Infinity'::float8);
ALTER TABLE "network_snapshots"
    ADD CONSTRAINT "network_snapshots_facts_check" CHECK ("btc_price" > 0 AND "difficulty" > 0 AND "hashrate" > 0);
