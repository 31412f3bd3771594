import type { QueryConfig } from "pg";
import type { IdempotencyKey } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";

/** Whose answer a key stands for: the person's or their program's, in one company or in none. */
export type Asker = { tenantId: string | null; principal: string; now: Date };

const KEPT_FOR_MS = 24 * 3_600_000;

/** Takes a key for the rest of the transaction; gives one `Claim` (prisma/migrations, `claim_key`). */
export const claimStatement = ({ tenantId, principal, now }: Asker, { route, key }: IdempotencyKey): QueryConfig => ({
  name: "claim",
  text: "select free, request_hash, response from claim_key($1, $2, $3, $4, $5)",
  values: [tenantId, principal, route, key, now],
});

export type Claim = { free: boolean; request_hash: string | null; response: unknown };

/**
 * What a claim came to: the answer that an earlier request with the key got, or nothing. Throws `conflict` (409) while
 * another request with the key is running, `validation` (422) when the key came with another request before.
 */
export function claimed({ hash }: IdempotencyKey, claim: Claim | undefined): { response: unknown } | undefined {
  if (!claim?.free)
    throw new AppError("conflict", "A request with this Idempotency-Key is being worked on: wait for it.");
  if (claim.request_hash === null) return undefined;
  if (claim.request_hash !== hash)
    throw new AppError("validation", "This Idempotency-Key came with another request before: take a new one.", {
      errors: [{ path: "Idempotency-Key", code: "reused", message: "Used for another request." }],
    });
  return { response: claim.response };
}

/** Keeps the answer for a day, in the transaction that made it: a request that failed leaves its key free. */
export const keepStatement = (
  { tenantId, principal, now }: Asker,
  { route, key, hash }: IdempotencyKey,
  response: unknown,
): QueryConfig => ({
  name: "keep",
  text: `insert into api_idempotency_records
      (tenant_id, principal, route, request_id, request_hash, response, created_at, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8)
    on conflict (tenant_id, principal, route, request_id) do update set request_hash = excluded.request_hash,
      response = excluded.response, created_at = excluded.created_at, expires_at = excluded.expires_at`,
  values: [tenantId, principal, route, key, hash, JSON.stringify(response), now, new Date(now.getTime() + KEPT_FOR_MS)],
});
