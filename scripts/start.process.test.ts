import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { asUser } from "./postgres/provision";
import { runningDatabase } from "./postgres/running";
import { freePort } from "./process/free-port";
import { ensureBuild } from "./start/ensure-build";
import { type Copy, gone, living, startCopy, untilReady } from "./test/start-copy";

const folder = mkdtempSync(join(tmpdir(), "hashinsight-process-"));
const dataDir = join(folder, "data");
const running: Copy[] = [];
let port = 0;

function start(env: Record<string, string> = {}): Copy {
  const copy = startCopy({ PORT: String(port), DATA_DIR: dataDir, ...env });
  running.push(copy);
  return copy;
}

async function stop(copy: Copy): Promise<void> {
  const family = copy.family();
  copy.signal("SIGTERM");
  await gone(family);
}

const ready = async (copy: Copy) => (await fetch(`${copy.url}/ready`)).status;

/** Asks until the answer is `wanted`; the caller's time limit is the test's. */
async function becomes(ask: () => unknown, wanted: unknown): Promise<void> {
  while ((await Promise.resolve(ask()).catch(() => undefined)) !== wanted) await wait(50);
}

async function asOwner<T>(sql: string): Promise<T[]> {
  const database = await runningDatabase(dataDir);
  if (!database) throw new Error("no database runs");
  return asUser(database.ownerUrl, async (client) => {
    // The owner is bound by row-level security as well: what belongs to no company is the system's.
    await client.query("select set_config('app.scope', 'system', false)");
    return (await client.query(sql)).rows as T[];
  });
}

/** A row that was acknowledged: whatever is killed afterwards, it is found again. */
const note = (id: string) =>
  asOwner(`insert into audit_log (actor_kind, actor_id, request_id, use_case, entity, entity_id)
           values ('system', 'test', 'r', 'test.process', 'note', '${id}')`);
const notes = async () =>
  (await asOwner<{ id: string }>("select entity_id as id from audit_log where entity = 'note' order by 1")).map(
    ({ id }) => id,
  );

/** Opens a live stream as the first person of the demo; `words` is all that it says until it ends. */
async function listen({ url }: Copy): Promise<{ words: Promise<string> }> {
  const [{ email, password }] = JSON.parse(readFileSync(join(dataDir, "demo-logins.json"), "utf8"));
  const headers = { origin: url, "content-type": "application/json" };
  const body = JSON.stringify({ email, password });
  const { access_token } = await (await fetch(`${url}/api/auth/login`, { method: "POST", headers, body })).json();
  const answer = await fetch(`${url}/api/live`, { headers: { authorization: `Bearer ${access_token}` } });
  expect(answer.status).toBe(200);
  return { words: answer.text() };
}

beforeAll(async () => {
  port = await freePort();
  await ensureBuild(folder, () => undefined);
});
afterEach(async () => {
  for (const copy of running.splice(0)) await stop(copy);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("npm start", () => {
  it("says Ready, answers, drains on SIGTERM, and leaves nothing behind within 15 s", async () => {
    const copy = await untilReady(start());
    expect(copy.said()).toContain(`Ready: ${copy.url}\n`);
    expect(await ready(copy)).toBe(200);
    expect(await (await fetch(`${copy.url}/health`)).json()).toMatchObject({ status: "ok" });
    await note("kept");
    const live = await listen(copy);
    const started = performance.now();
    const stopped = stop(copy);
    await becomes(() => ready(copy), 503);
    await stopped;
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(await live.words).toContain('event: end\ndata: {"reason":"draining"}');
  });

  it("finds its data again, also when it is started before the last one has ended", async () => {
    const first = await untilReady(start());
    first.signal("SIGTERM");
    const second = await untilReady(start());
    expect(await ready(second)).toBe(200);
    expect(await notes()).toEqual(["kept"]);
  });

  it("refuses the data folder and the port of a running copy, which goes on", async () => {
    const first = await untilReady(start());
    const sameData = start({ PORT: String(await freePort()) });
    expect(await sameData.ended).toBe(1);
    expect(sameData.said()).toMatch(/data folder .* is in use by another HashInsight/);
    const otherData = join(folder, "other");
    const samePort = start({ DATA_DIR: otherData });
    expect(await samePort.ended).toBe(1);
    expect(samePort.said()).toContain("The port is taken");
    expect(existsSync(join(otherData, "postgres"))).toBe(false);
    expect(await ready(first)).toBe(200);
  });

  it.each(["start", "keeper"] as const)("goes on after a SIGKILL of %s, with all that was stored", async (part) => {
    const first = await untilReady(start());
    await note(`before the kill of ${part}`);
    const pids = part === "start" ? [first.pidOf("start")] : [first.pidOf("start"), first.pidOf("keeper")];
    for (const pid of pids) process.kill(pid, "SIGKILL");
    const second = await untilReady(start());
    expect(await ready(second)).toBe(200);
    expect(await notes()).toContain(`before the kill of ${part}`);
  });

  it("ends with npm when npm is killed, and makes room for the next", async () => {
    const copy = await untilReady(start());
    const family = copy.family();
    copy.signal("SIGKILL");
    const next = await untilReady(start());
    expect(living(family)).toEqual([]);
    expect(await ready(next)).toBe(200);
  });

  it("counts callers by their socket, whatever address they name", async () => {
    const copy = await untilReady(start({ CALCULATE_LIMIT_PER_MINUTE: "2" }));
    const call = async (address: string) => {
      const headers = { "content-type": "application/json", "x-client-address": address, "x-forwarded-for": address };
      return (await fetch(`${copy.url}/api/calculate`, { method: "POST", body: "{}", headers })).status;
    };
    expect([await call("198.51.100.1"), await call("198.51.100.2"), await call("198.51.100.3")]).toEqual([
      422, 422, 429,
    ]);
  });

  it("starts each of its parts again when that dies", async () => {
    const copy = await untilReady(start());
    for (const part of ["web", "worker", "keeper"] as const) {
      const before = copy.said().length;
      process.kill(copy.pidOf(part), "SIGKILL");
      await becomes(() => copy.said().slice(before).includes("starting it again"), true);
      await becomes(() => ready(copy), 200);
    }
  });

  it("ends with the last lines of a part that dies at once three times", async () => {
    const copy = await untilReady(start());
    let dead = 0;
    void copy.ended.then(() => {
      dead = 3;
    });
    for (let last = 0; dead < 3; await wait(50)) {
      try {
        const pid = copy.pidOf("web");
        if (pid !== last) process.kill(pid, "SIGKILL");
        last = pid;
      } catch {
        // Between two lives.
      }
    }
    expect(await copy.ended).toBe(1);
    expect(copy.said()).toMatch(/web ended 3 times right after its start/);
  });
});

describe("npm start that can't", () => {
  it("leaves the data of a newer Postgres as it is", async () => {
    const newer = join(folder, "newer");
    cpSync(dataDir, newer, { recursive: true });
    writeFileSync(join(newer, "postgres", "PG_VERSION"), "99\n");
    const before = readdirSync(join(newer, "postgres")).sort();
    const copy = start({ DATA_DIR: newer });
    expect(await copy.ended).toBe(1);
    expect(copy.said()).toMatch(/was written by Postgres 99; this build of HashInsight has Postgres \d+/);
    expect(readdirSync(join(newer, "postgres")).sort()).toEqual(before);
    expect(readFileSync(join(newer, "postgres", "PG_VERSION"), "utf8")).toBe("99\n");
  });

  it("refuses a database with a migration that it doesn't know", async () => {
    const first = await untilReady(start());
    await asOwner(`insert into _prisma_migrations (id, checksum, migration_name, finished_at)
                   values ('future', '', '29990101000000_future', now())`);
    await stop(first);
    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain("The database was written by a newer HashInsight");
  });

  it.each([
    ["an unreachable database", { DATABASE_URL: "postgres://me:hunter2@127.0.0.1:1/none" }, "Nothing listens there"],
    ["an address that is no database", { DATABASE_URL: "mysql://me:hunter2@host/none" }, "DATABASE_URL must look like"],
    ["a port that is none", { PORT: "http" }, "PORT must be a port number"],
    ["a host that isn't here", { HOST: "203.0.113.1" }, "HOST must be an address of this machine"],
    ["a folder that is a file", { DATA_DIR: import.meta.filename }, "can't be written"],
  ])("says so of %s, and no password", async (_, env, words) => {
    const copy = start({ DATA_DIR: join(folder, "unused"), ...env });
    expect(await copy.ended).toBe(1);
    expect(copy.said()).toContain(words);
    expect(copy.said()).not.toContain("hunter2");
  });

  it("says so of a server that is no Postgres", async () => {
    const web = createServer((_, response) => response.end("hello")).listen(0, "127.0.0.1");
    const address = web.address();
    const copy = start({
      DATA_DIR: join(folder, "unused"),
      DATABASE_URL: `postgres://me@127.0.0.1:${typeof address === "object" ? address?.port : 0}/x`,
    });
    expect(await copy.ended).toBe(1);
    expect(copy.said()).toContain("can't be used");
    web.closeAllConnections();
    web.close();
  });
});
