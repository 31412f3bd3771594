import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../process/free-port";
import { gone, startCopy, untilReady } from "../test/start-copy";

/** Runs `work` against a copy of the built server with a database of its own, no limit on calls, and this besides. */
export async function withServer<T>(
  work: (url: string, dataDir: string) => Promise<T>,
  env: Record<string, string> = {},
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "hashinsight-bench-"));
  const copy = startCopy({
    PORT: String(await freePort()),
    DATA_DIR: join(folder, "data"),
    BENCH_ROUTES: "on",
    CALCULATE_LIMIT_PER_MINUTE: "1000000000",
    PRINCIPAL_LIMIT_PER_MINUTE: "1000000000",
    LOG_LEVEL: "warn",
    ...env,
  });
  try {
    await untilReady(copy);
    return await work(copy.url, join(folder, "data"));
  } finally {
    const family = copy.family();
    copy.signal("SIGTERM");
    await gone(family);
    rmSync(folder, { recursive: true, force: true });
  }
}
