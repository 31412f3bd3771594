-- Who works in no company, such as the platform's administrators, repeats a write by a key as well.
ALTER TABLE "api_idempotency_records" DROP CONSTRAINT "api_idempotency_records_pkey",
    ADD COLUMN "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    ALTER COLUMN "tenant_id" DROP NOT NULL,
    ADD CONSTRAINT "api_idempotency_records_pkey" PRIMARY KEY ("id");
CREATE UNIQUE INDEX "api_idempotency_records_key" ON "api_idempotency_records" ("tenant_id", "principal", "route", "request_id") NULLS NOT DISTINCT;

DROP POLICY "asker" ON "api_idempotency_records";
CREATE POLICY "asker" ON "api_idempotency_records"
    USING ("tenant_id" IS NOT DISTINCT FROM (SELECT app_tenant()) AND split_part("principal", ':', 1) = (SELECT app_user())::text)
    WITH CHECK ("tenant_id" IS NOT DISTINCT FROM (SELECT app_tenant()) AND split_part("principal", ':', 1) = (SELECT app_user())::text);
