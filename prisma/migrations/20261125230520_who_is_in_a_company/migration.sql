-- AlterTable
ALTER TABLE "invitations" ADD COLUMN     "name" TEXT;

-- One open invitation an address and company: a newer one takes the older one's place.
CREATE UNIQUE INDEX "invitations_open_key" ON "invitations" ("tenant_id", "email")
    WHERE "accepted_at" IS NULL AND "revoked_at" IS NULL;

-- How many people have access to each company, for the platform's administrators: the count leaves a company, and nothing
-- of whom it counts.
CREATE FUNCTION "tenant_member_counts"(wanted uuid[]) RETURNS TABLE (tenant_id uuid, members int)
LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
DECLARE
  before text := current_setting('app.tenant_id', true);
  one uuid;
BEGIN
  IF app_scope() <> 'platform' THEN
    RAISE EXCEPTION 'only the platform counts members' USING ERRCODE = 'insufficient_privilege';
  END IF;
  FOREACH one IN ARRAY wanted LOOP
    PERFORM set_config('app.tenant_id', one::text, true);
    RETURN QUERY SELECT one, count(*)::int FROM "user_access" a
      WHERE a."tenant_id" = one AND a."has_access" AND (a."expires_at" IS NULL OR a."expires_at" > now());
  END LOOP;
  PERFORM set_config('app.tenant_id', coalesce(before, ''), true);
END $$;
