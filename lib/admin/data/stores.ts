import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { limitsAnswer } from "@/lib/platform/limits/limits-answer";
import { missingMigrations } from "@/lib/platform/schema-state";

const round = (ms: number): number => Math.round(ms * 100) / 100;

/**
 * The migrations and the store of the rate limits, on connections of their own: ask before the unit of work holds one,
 * so that nobody waits for a connection while keeping another.
 */
export async function readStores() {
  const [migrations, limits] = await Promise.all([missingMigrations(), limitsAnswer()]);
  return {
    migrations,
    rate_limits: { store: "postgres" as const, ok: limits.ok, response_time_ms: round(limits.responseTimeMs) },
  };
}

/** How fast the database answers on a connection that is open, in milliseconds. */
export async function timeDatabase(ctx: { unit: UnitOfWork }): Promise<number> {
  const db = await tx(ctx);
  const started = performance.now();
  await db.$queryRaw`select 1`;
  return round(performance.now() - started);
}
