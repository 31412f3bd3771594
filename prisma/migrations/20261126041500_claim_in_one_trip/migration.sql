-- Takes an idempotency key for the rest of the transaction and reads what an earlier request with it got, in one trip.
-- Volatile, so that the read looks anew after the lock: it must see what the request that held it before has committed.
-- The lock ends with the transaction; who waits for a row instead would hold a connection as long as the first works.
CREATE FUNCTION "claim_key"(company uuid, asker text, path text, key text, at timestamptz)
RETURNS TABLE (free boolean, request_hash text, response jsonb) LANGUAGE plpgsql VOLATILE AS $$
#variable_conflict use_column
BEGIN
  free := pg_try_advisory_xact_lock(hashtextextended(jsonb_build_array(company, asker, path, key)::text, 7305512));
  IF free THEN
    SELECT r."request_hash", r."response" INTO request_hash, response FROM "api_idempotency_records" r
    WHERE (r."tenant_id" = company OR company IS NULL AND r."tenant_id" IS NULL)
      AND r."principal" = asker AND r."route" = path AND r."request_id" = key AND r."expires_at" > at;
  END IF;
  RETURN NEXT;
END $$;
