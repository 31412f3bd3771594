-- CreateTable
CREATE TABLE "miner_models" (
    "id" TEXT NOT NULL,
    "model_name" TEXT NOT NULL,
    "manufacturer" TEXT NOT NULL,
    "hashrate_th" DECIMAL(12,4) NOT NULL,
    "power_w" DECIMAL(12,2) NOT NULL,
    "efficiency" DECIMAL(12,2) NOT NULL,
    "release_year" SMALLINT NOT NULL,
    "cooling" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "source_count" SMALLINT NOT NULL,
    "confidence" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "miner_models_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "miner_models_model_name_hashrate_th_key" ON "miner_models"("model_name", "hashrate_th");

-- What no program can store wrongly, whoever writes.
ALTER TABLE "miner_models"
    ADD CONSTRAINT "miner_models_facts_check" CHECK ("hashrate_th" > 0 AND "power_w" > 0 AND "release_year" BETWEEN 2009 AND 2100 AND "source_count" >= 0),
    ADD CONSTRAINT "miner_models_efficiency_check" CHECK (abs("efficiency" * "hashrate_th" - "power_w") <= 0.01 * "hashrate_th"),
    ADD CONSTRAINT "miner_models_cooling_check" CHECK ("cooling" IN ('air', 'hydro', 'immersion')),
    ADD CONSTRAINT "miner_models_source_check" CHECK ("source" IN ('manufacturer', 'published', 'operator')),
    ADD CONSTRAINT "miner_models_confidence_check" CHECK ("confidence" IN ('verified', 'probable')),
    ADD CONSTRAINT "miner_models_status_check" CHECK ("status" IN ('shipped', 'announced'));
