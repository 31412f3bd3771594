import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@/scripts/postgres/embedded";

/** A Postgres from npm for one run of tests; `stop` takes its files with it. `logical`: Debezium may read along. */
export async function throwawayPostgres({ logical = false } = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), "hashinsight-test-"));
  chmodSync(dataDir, 0o711);
  const postgres = await startEmbedded({ dataDir, throwaway: true, logical });
  return {
    ...postgres,
    adminUrl: postgres.superuserUrl,
    async stop() {
      await postgres.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
