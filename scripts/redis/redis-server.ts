import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Redis } from "ioredis";
import { freePort } from "../process/free-port";
import { spawnKept } from "../process/spawn-kept";

const PATIENCE_MS = 10_000;

const places = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];
const program = places.map((folder) => join(folder, "redis-server")).find((file) => existsSync(file));

export const hasRedis = program !== undefined;
export const REDIS_MISSING = "there is no redis-server on this machine (Debian: apt-get install redis-server)";

export type RedisServer = {
  /** The same over all its lives, password included. */
  url: string;
  /** Ends it; SIGKILL by default, since it keeps nothing. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Again after a stop, on the same port, empty. */
  start(): Promise<void>;
  /** Takes connections and answers nobody, until it is resumed. */
  pause(): void;
  resume(): void;
  /** Everything in it is gone. */
  flush(): Promise<void>;
};

/** A real Redis on a free port, keeping nothing on disk. It ends with this process at the latest. */
export async function startRedis(): Promise<RedisServer> {
  if (!program) throw new Error(REDIS_MISSING);
  const port = await freePort();
  const password = randomBytes(12).toString("hex");
  const url = `redis://:${password}@127.0.0.1:${port}`;
  const settings = { port, bind: "127.0.0.1", requirepass: password, save: "", appendonly: "no" };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  let life: { pid: number; folder: string; ended: Promise<void> } | undefined;

  const signal = (name: NodeJS.Signals) => {
    if (life) process.kill(life.pid, name);
  };
  async function start(): Promise<void> {
    const folder = mkdtempSync(join(tmpdir(), "hashinsight-redis-"));
    const how = { polite: "SIGTERM", forced: "SIGKILL" } as const;
    const keeper = spawnKept({ command: program ?? "", args: [...args, "--dir", folder], ...how }, process.env);
    for (const stream of [keeper.stdout, keeper.stderr]) stream?.resume();
    const ended = new Promise<void>((resolve) => keeper.once("exit", () => resolve()));
    life = { pid: await pidFrom(keeper), folder, ended };
    await untilAnswers(url);
  }
  async function stop(how: NodeJS.Signals = "SIGKILL"): Promise<void> {
    if (!life) return;
    const { ended, folder } = life;
    signal(how);
    life = undefined;
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
  await start();
  return {
    ...{ url, start, stop },
    pause: () => signal("SIGSTOP"),
    resume: () => signal("SIGCONT"),
    flush: () => connected(url, (redis) => redis.flushall()),
  };
}

function pidFrom(keeper: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    keeper.once("message", (message) => resolve((message as { pid: number }).pid));
    keeper.once("exit", () => reject(new Error("redis-server did not start")));
  });
}

async function untilAnswers(url: string): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await connected(url, (redis) => redis.ping());
    } catch (error) {
      if (performance.now() > end) throw error;
      await wait(20);
    }
  }
}

async function connected(url: string, work: (redis: Redis) => Promise<unknown>): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: null });
  redis.on("error", () => undefined);
  try {
    await redis.connect();
    await work(redis);
  } finally {
    redis.disconnect();
  }
}
