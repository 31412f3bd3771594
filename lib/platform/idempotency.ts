import type { QueryConfig } from "pg";
import type { IdempotencyKey } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";

/** Whose answer a key stands for: the person's or their program's, in one company or in none. */
export type Asker = { tenantId: string | null; principal: string; now: Date };

const KEPT_FOR_MS = 24 * 3_600_000;

/**
 * The two statements of taking a key for the rest of the transaction, in this order: the second must see what the one
 * who had the key before has committed. The lock ends with the transaction; who waits for a row instead would hold a
 * connection as long as the first works.
 */
export const claimStatements = (asker: Asker, { route, key }: IdempotencyKey): QueryConfig[] => {
  const { tenantId, principal, now } = asker;
  return [
    {
      name: "claim_lock",
      text: "select pg_try_advisory_xact_lock(hashtextextended($1, 7305512)) as free",
      values: [JSON.stringify([tenantId, principal, route, key])],
    },
    tenantId === null
      ? {
          name: "claim_read_nowhere",
          text: `select request_hash, response from api_idempotency_records
            where tenant_id is null and principal = $1 and route = $2 and request_id = $3 and expires_at > $4`,
          values: [principal, route, key, now],
        }
      : {
          name: "claim_read",
          text: `select request_hash, response from api_idempotency_records
            where tenant_id = $1 and principal = $2 and route = $3 and request_id = $4 and expires_at > $5`,
          values: [tenantId, principal, route, key, now],
        },
  ];
};

/**
 * What the claim came to, by the rows of its two statements: the answer that an earlier request with the key got, or
 * nothing. Throws `conflict` (409) while another request with the key is running, `validation` (422) when the key came
 * with another request before.
 */
export function claimed({ hash }: IdempotencyKey, [lock, known]: object[][]): { response: unknown } | undefined {
  const [taken] = lock as { free: boolean }[];
  const [earlier] = known as { request_hash: string; response: unknown }[];
  if (!taken?.free)
    throw new AppError("conflict", "A request with this Idempotency-Key is being worked on: wait for it.");
  if (!earlier) return undefined;
  if (earlier.request_hash !== hash)
    throw new AppError("validation", "This Idempotency-Key came with another request before: take a new one.", {
      errors: [{ path: "Idempotency-Key", code: "reused", message: "Used for another request." }],
    });
  return { response: earlier.response };
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
