import { databaseAnswers } from "@/lib/platform/db";
import { limitsAnswer } from "@/lib/platform/limits/limits-answer";
import { missingMigrations } from "@/lib/platform/schema-state";

const round = (ms: number): number => Math.round(ms * 100) / 100;

/** How fast the database answers, and which migrations it has; and the store of the rate limits, on its own connections. */
export async function readStores() {
  const [database, migrations, limits] = await Promise.all([databaseAnswers(), missingMigrations(), limitsAnswer()]);
  return {
    database: { response_time_ms: round(database.responseTimeMs), migrations },
    rate_limits: { store: "postgres" as const, ok: limits.ok, response_time_ms: round(limits.responseTimeMs) },
  };
}
