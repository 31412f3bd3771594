import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { limitsAnswer } from "@/lib/platform/limits/limits-answer";
import { missingMigrations } from "@/lib/platform/schema-state";

const round = (ms: number): number => Math.round(ms * 100) / 100;

/** How fast the database answers on a connection that is open, which migrations it has, and the store of the rate limits. */
export async function readStores(ctx: { unit: UnitOfWork }) {
  const db = await tx(ctx);
  const started = performance.now();
  await db.$queryRaw`select 1`;
  const responseTimeMs = performance.now() - started;
  const [migrations, limits] = await Promise.all([missingMigrations(), limitsAnswer()]);
  return {
    database: { response_time_ms: round(responseTimeMs), migrations },
    rate_limits: { store: "postgres" as const, ok: limits.ok, response_time_ms: round(limits.responseTimeMs) },
  };
}
