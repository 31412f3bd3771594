import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { disconnectDatabase } from "@/lib/platform/db";
import { startEmbedded } from "../postgres/embedded";
import { migrate } from "../postgres/migrate";
import { productSecrets } from "../process/product-secrets";

/**
 * Runs `work` with a migrated Postgres of its own, as durable as a real one, which this process is set to use; `logical`
 * lets Debezium read along.
 */
export async function withDatabase<T>(
  work: (urls: { ownerUrl: string; superuserUrl: string }) => Promise<T>,
  { logical = false } = {},
): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), "hashinsight-bench-"));
  const postgres = await startEmbedded({ dataDir, logical });
  try {
    await migrate(postgres.ownerUrl);
    const pool = { DATABASE_URL: postgres.runtimeUrl, DATABASE_POOL_SIZE: "40", LOG_LEVEL: "silent" };
    Object.assign(process.env, productSecrets(dataDir), pool);
    return await work(postgres);
  } finally {
    await disconnectDatabase();
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
