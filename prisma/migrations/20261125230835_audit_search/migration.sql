-- A chain may be signed more than once a day; and the log is asked by object and by actor.
-- AlterTable
ALTER TABLE "audit_checkpoints" DROP CONSTRAINT "audit_checkpoints_pkey",
ADD CONSTRAINT "audit_checkpoints_pkey" PRIMARY KEY ("chain", "seq");

-- CreateIndex
CREATE INDEX "audit_log_tenant_id_entity_entity_id_id_idx" ON "audit_log"("tenant_id", "entity", "entity_id", "id");

-- CreateIndex
CREATE INDEX "audit_log_tenant_id_actor_id_id_idx" ON "audit_log"("tenant_id", "actor_id", "id");
