-- CreateTable
CREATE TABLE "crm_contacts" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "user_id" UUID,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "has_portal" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "crm_contacts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "crm_contacts_tenant_id_user_id_key" ON "crm_contacts"("tenant_id", "user_id");

ALTER TABLE "crm_contacts" ADD CONSTRAINT "crm_contacts_member_fkey"
    FOREIGN KEY ("tenant_id", "user_id") REFERENCES "user_access" ("tenant_id", "user_id");
ALTER TABLE "crm_contacts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "crm_contacts" FORCE ROW LEVEL SECURITY;
-- Of the company alone: a client sees no contact, not even their own.
CREATE POLICY "tenant" ON "crm_contacts" USING ("tenant_id" = (SELECT app_company())) WITH CHECK ("tenant_id" = (SELECT app_company()));
