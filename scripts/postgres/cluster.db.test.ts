import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startEmbedded } from "./embedded";
import { asUser } from "./provision";

const walLevel = (url: string) =>
  asUser(url, async (client) => (await client.query("select current_setting('wal_level') as level")).rows[0]?.level);

it("starts with a replication slot in it, whether Debezium is still wanted or not", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "hashinsight-test-"));
  chmodSync(dataDir, 0o711);
  const levels: unknown[] = [];
  for (const [logical, statement] of [
    [true, "select pg_create_logical_replication_slot('left', 'pgoutput')"],
    [false, "select pg_drop_replication_slot('left')"],
    [false, "select 1"],
  ] as const) {
    const postgres = await startEmbedded({ dataDir, throwaway: true, logical });
    levels.push(await walLevel(postgres.superuserUrl));
    await asUser(postgres.superuserUrl, (client) => client.query(statement));
    await postgres.stop();
  }
  expect(levels).toEqual(["logical", "logical", "replica"]);
  rmSync(dataDir, { recursive: true, force: true });
});
