import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "pg";
import { afterAll, expect, it } from "vitest";
import { prepareReplication } from "../kafka/prepare-replication";
import { awaitPostgres } from "../postgres/await-postgres";
import { prepareCluster, spawnPostgres } from "../postgres/cluster";
import { databaseLogins, databaseUrl, SUPERUSER } from "../postgres/logins";
import { migrate } from "../postgres/migrate";
import { prepareOutside } from "../postgres/outside";
import { asUser } from "../postgres/provision";
import { freePort } from "../process/free-port";
import { deployText } from "./read-deploy";

// A server of which nothing is prepared, as a new volume's is.
const dataDir = mkdtempSync(join(tmpdir(), "hashinsight-test-"));
chmodSync(dataDir, 0o711);
await prepareCluster(dataDir);
const port = await freePort();
const server = await spawnPostgres({ dataDir, port, logical: true });
const ended = new Promise((resolve) => server.once("exit", resolve));
afterAll(async () => {
  server.kill("SIGTERM");
  await ended;
  rmSync(dataDir, { recursive: true, force: true });
});
const url = (user: string) => `postgres://${user}:secret@127.0.0.1:${port}/hashinsight`;

it("the roles of deploy/ are enough to migrate, to run and to replicate, and the product's is bound", async () => {
  const superuser = databaseUrl(SUPERUSER, databaseLogins(dataDir), port, "postgres");
  await awaitPostgres(superuser);
  const [, sql = ""] = /<<'SQL'\n(.*)^SQL$/ms.exec(deployText("postgres/roles.sh")) ?? [];
  await asUser(superuser, async (client: Client) => {
    for (const statement of sql.split(";\n").filter((text) => text.trim() !== ""))
      await client.query(statement.replace(/:'\w+'/, "'secret'"));
  });
  await prepareOutside(url("hashinsight_owner"), url("hashinsight_web"));
  expect((await migrate(url("hashinsight_owner"))).length).toBeGreaterThan(5);
  const reader = await prepareReplication(url("hashinsight_owner"), "secret");
  expect(new URL(reader).username).toBe("hashinsight_replication");
  await asUser(url("hashinsight_web"), async (client: Client) => {
    const { rows } = await client.query("select count(*)::int as seen from event_dlq");
    expect(rows).toEqual([{ seen: 0 }]);
    await expect(client.query("truncate event_dlq")).rejects.toThrow("permission denied");
  });
});
