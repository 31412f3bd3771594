import { AppError } from "@/lib/kernel/errors";
import { query } from "@/lib/kernel/use-case";
import { databaseAnswers, poolUse } from "@/lib/platform/db";
import { lookAtEvents } from "@/lib/platform/events/look-at-events";
import { isDraining, uptimeSeconds } from "@/lib/platform/lifecycle";
import { missingMigrations } from "@/lib/platform/schema-state";
import { within } from "@/lib/platform/within";
import packageJson from "@/package.json";
import { healthContract } from "./health-contract";
import { judgeHealth } from "./judge-health";

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

/** Who asks gives up after a few seconds: a database that hangs is told before. */
const CHECK_MS = 1_500;

export const getHealthDetails = query({
  ...healthContract.details,
  name: "platform.health-details",
  async run(ctx) {
    const [database, migrations, events] = await Promise.all([
      databaseAnswers(CHECK_MS),
      within(CHECK_MS, missingMigrations()),
      within(CHECK_MS, lookAtEvents()),
    ]);
    const facts = { isDraining: isDraining(), database, pool: poolUse(), migrations, events };
    return { version: packageJson.version, ...judgeHealth(facts, ctx.now()) };
  },
});

const notReady = (reason: string) => new AppError("unavailable", `Not ready: ${reason}.`, { retryAfterSeconds: 1 });
