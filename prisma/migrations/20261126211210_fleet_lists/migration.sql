-- CreateTable
CREATE TABLE "fleet_results" (
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "summary" JSONB NOT NULL,
    "rows" BYTEA NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fleet_results_pkey" PRIMARY KEY ("tenant_id","user_id","file_id")
);

-- CreateTable
CREATE TABLE "fleet_files" (
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "origin_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "content" BYTEA NOT NULL,
    "reading" JSONB NOT NULL,
    "sees_own_models" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "kept" JSONB,

    CONSTRAINT "fleet_files_pkey" PRIMARY KEY ("tenant_id","user_id","id")
);

-- CreateIndex
CREATE INDEX "fleet_files_created_at_idx" ON "fleet_files"("created_at");

-- ── What no program can store wrongly ─────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "fleet_files"
    ADD CONSTRAINT "fleet_files_member_fkey" FOREIGN KEY ("tenant_id", "user_id") REFERENCES "user_access" ("tenant_id", "user_id"),
    ADD CONSTRAINT "fleet_files_size_check" CHECK (octet_length("content") <= 10485760);
ALTER TABLE "fleet_results"
    ADD CONSTRAINT "fleet_results_file_fkey" FOREIGN KEY ("tenant_id", "user_id", "file_id")
        REFERENCES "fleet_files" ("tenant_id", "user_id", "id") ON DELETE CASCADE;

-- ── Who sees which row ────────────────────────────────────────────────────────────────────────────────────────────────
ALTER TABLE "fleet_files" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "fleet_files" FORCE ROW LEVEL SECURITY;
ALTER TABLE "fleet_results" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "fleet_results" FORCE ROW LEVEL SECURITY;

-- A person's own, also to the worker that does what they asked for.
CREATE POLICY "own" ON "fleet_files"
    USING ("tenant_id" = (SELECT app_tenant()) AND "user_id" = (SELECT app_user()))
    WITH CHECK ("tenant_id" = (SELECT app_tenant()) AND "user_id" = (SELECT app_user()));
CREATE POLICY "purge" ON "fleet_files"
    USING ((SELECT app_scope()) = 'purge' AND "created_at" < now() - interval '29 days') WITH CHECK (false);
CREATE POLICY "own" ON "fleet_results"
    USING ("tenant_id" = (SELECT app_tenant()) AND "user_id" = (SELECT app_user()))
    WITH CHECK ("tenant_id" = (SELECT app_tenant()) AND "user_id" = (SELECT app_user()));
