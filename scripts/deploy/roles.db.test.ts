import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Client } from "pg";
import { afterAll, expect, it } from "vitest";
import { awaitPostgres } from "../postgres/await-postgres";
import { prepareCluster, spawnPostgres } from "../postgres/cluster";
import { databaseLogins, databaseUrl, SUPERUSER } from "../postgres/logins";
import { asUser } from "../postgres/provision";
import { freePort } from "../process/free-port";
import { runNode } from "../process/run-command";
import { type Compose, deployText, deployYaml, imageEnv, type Service } from "./read-deploy";

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

/** The services that run once, each behind those it waits for, as Compose starts them. */
function oneShots(): Service[] {
  const { services } = deployYaml<Compose>("compose.yaml");
  const before = (name: string): string[] =>
    Object.keys(services[name]?.depends_on ?? {}).flatMap((other) => [...before(other), other]);
  const once = Object.keys(services).filter((name) => services[name]?.restart === "no");
  const order = [...new Set(once.flatMap((name) => [...before(name), name]))];
  return order.filter((name) => once.includes(name)).flatMap((name) => services[name] ?? []);
}

/** Runs a service's command as its container does, on this machine's Postgres. */
function run({ command, environment = {} }: Service) {
  const here = (value: string) =>
    value
      .replace("@postgres:5432", `@127.0.0.1:${port}`)
      .replace(/\$\{(?:AUTH_SECRET|ENCRYPTION_KEY|METRICS_TOKEN):\?\}/, () => randomUUID() + randomUUID())
      .replace(/\$\{APP_URL:\?\}/, "https://mine.example.org")
      .replace(/\$\{\w+:\?\}/, "secret")
      .replace(/\$\{\w+:-(.*?)\}/, "$1");
  const given = Object.entries(environment).map(([name, value]) => [name, here(value)]);
  const env = { ...Object.fromEntries(given), PATH: process.env.PATH, DATA_DIR: dataDir, LOG_LEVEL: "silent" };
  return runNode([command].flat().slice(1) as string[], { ...imageEnv(), ...env, REDIS_URL: "" });
}

it("the roles of deploy/ and what Compose runs once prepare an empty database, and the product's is bound", async () => {
  const superuser = databaseUrl(SUPERUSER, databaseLogins(dataDir), port, "postgres");
  await awaitPostgres(superuser);
  const [, sql = ""] = /<<'SQL'\n(.*)^SQL$/ms.exec(deployText("postgres/roles.sh")) ?? [];
  await asUser(superuser, async (client: Client) => {
    for (const statement of sql.split(";\n").filter((text) => text.trim() !== ""))
      await client.query(statement.replace(/:'\w+'/, "'secret'"));
  });
  const said: string[] = [];
  for (const service of oneShots()) {
    const { code, output } = await run(service);
    expect(code, output).toBe(0);
    said.push(output);
  }
  const reader = expect.stringMatching(/as hashinsight_replication\.\n$/);
  expect(said).toEqual([expect.stringMatching(/^Applied:/), expect.stringMatching(/catalogue/i), reader]);
  await asUser(url("hashinsight_web"), async (client: Client) => {
    await client.query("select set_config('app.scope', 'system', false)");
    expect((await client.query("select from miner_models")).rowCount).toBeGreaterThan(30);
    const { rows } = await client.query("select count(*)::int as seen from event_dlq");
    expect(rows).toEqual([{ seen: 0 }]);
    await expect(client.query("truncate event_dlq")).rejects.toThrow("permission denied");
  });
}, 120_000);
