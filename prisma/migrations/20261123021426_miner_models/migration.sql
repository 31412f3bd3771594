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
