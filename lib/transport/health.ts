import { AppError } from "@/lib/kernel/errors";
import { query } from "@/lib/kernel/use-case";
import { databaseAnswers } from "@/lib/platform/db";
import { isDraining, uptimeSeconds } from "@/lib/platform/lifecycle";
import { missingMigrations } from "@/lib/platform/schema-state";
import packageJson from "@/package.json";
import { healthContract } from "./health-contract";

export const getHealth = query({
  ...healthContract.health,
  name: "platform.health",
  run: () => ({ status: "ok" as const, version: packageJson.version, uptime_s: uptimeSeconds() }),
});

export const getAlive = query({
  ...healthContract.alive,
  name: "platform.alive",
  run: () => ({ status: "alive" as const }),
});

/** Throws `unavailable` with the reason while no request should come here. */
export const getReady = query({
  ...healthContract.ready,
  name: "platform.ready",
  async run() {
    if (isDraining()) throw notReady("this process is stopping");
    const database = await databaseAnswers();
    if (!database.ok) throw notReady("the database doesn't answer");
    const migrations = await missingMigrations();
    if (migrations.missing.length > 0) throw notReady(`the database lacks the migration ${migrations.missing[0]}`);
    return {
      status: "ready" as const,
      checks: {
        database: { response_time_ms: Math.round(database.responseTimeMs * 100) / 100 },
        migrations: { applied: migrations.applied },
      },
    };
  },
});

const notReady = (reason: string) => new AppError("unavailable", `Not ready: ${reason}.`, { retryAfterSeconds: 1 });
