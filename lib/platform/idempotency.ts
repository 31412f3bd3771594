import type { IdempotencyKey } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { Prisma } from "@/prisma/generated/client";
import type { Tx } from "./db";

type Claim = IdempotencyKey & { tenantId: string | null; principal: string; now: Date };

const KEPT_FOR_MS = 24 * 3_600_000;

/**
 * Takes the key for this transaction, or gives the answer that an earlier request with it got. Throws `conflict` (409)
 * while another request with the key is running, `validation` (422) when the key came with another request before.
 */
export async function claimKey(db: Tx, claim: Claim): Promise<{ response: unknown } | undefined> {
  const { tenantId, principal, route, key } = claim;
  // The lock ends with the transaction; who waits for a row instead would hold a connection as long as the first works.
  const name = JSON.stringify([tenantId, principal, route, key]);
  const [lock] = await db.$queryRaw<{ free: boolean }[]>`
    select pg_try_advisory_xact_lock(hashtextextended(${name}, 7305512)) as free`;
  if (!lock?.free)
    throw new AppError("conflict", "A request with this Idempotency-Key is being worked on: wait for it.");
  const [known] = await db.$queryRaw<{ request_hash: string; response: unknown }[]>`
    select request_hash, response from api_idempotency_records
    where tenant_id = ${tenantId}::uuid and principal = ${principal} and route = ${route} and request_id = ${key}
      and expires_at > ${claim.now}`;
  if (!known) return undefined;
  if (known.request_hash !== claim.hash)
    throw new AppError("validation", "This Idempotency-Key came with another request before: take a new one.", {
      errors: [{ path: "Idempotency-Key", code: "reused", message: "Used for another request." }],
    });
  return { response: known.response };
}

/** Keeps the answer for a day, in the transaction that made it: a request that failed leaves its key free. */
export async function keepAnswer(db: Tx, claim: Claim, response: unknown): Promise<void> {
  const data = {
    requestHash: claim.hash,
    response: response as Prisma.InputJsonValue,
    createdAt: claim.now,
    expiresAt: new Date(claim.now.getTime() + KEPT_FOR_MS),
  };
  const tenantId = claim.tenantId ?? "";
  const id = { tenantId, principal: claim.principal, route: claim.route, requestId: claim.key };
  await db.apiIdempotencyRecord.upsert({
    where: { tenantId_principal_route_requestId: id },
    create: { ...id, ...data },
    update: data,
    select: { requestId: true },
  });
}
