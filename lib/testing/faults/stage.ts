import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { ROOT, spawnNode } from "@/scripts/process/spawn-node";
import { query } from "../sql";
import type { Ack, Dead, Done, History, Ledger, Written } from "./check-history";
import type { WorkerTask } from "./worker";
import type { WriterTask } from "./writer";

export type FaultyTransport = "postgres" | "kafka";
export type StageOptions = { transport: FaultyTransport; name: string; seed: number; env?: Record<string, string> };
type Broken = { failpoint?: string; databaseUrl?: string };

/** How long everything may take to be settled after a fault. */
const SETTLE_MS = 60_000;

export type Stage = ReturnType<typeof openStage>;

/** The ground of one fault: groups and aggregates of its own, processes that can be broken, and the history at the end. */
export function openStage({ transport, name, seed, env = {} }: StageOptions) {
  const prefix = `${name}-${randomUUID().slice(0, 6)}:`;
  const groups = [`${prefix}a`, `${prefix}b`];
  const tenants = [randomUUID(), randomUUID(), null];
  const acks: Ack[] = [];
  const children = new Set<ChildProcess>();
  let overAt: number | null = null;

  function spawn(file: string, task: object, { failpoint = "", databaseUrl }: Broken): ChildProcess {
    const child = spawnNode([join(ROOT, "lib/testing/faults", file), JSON.stringify(task)], {
      ...process.env,
      ...env,
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      EVENT_TRANSPORT: transport,
      FAILPOINT: failpoint,
      LOG_LEVEL: process.env.FAULT_LOG ?? "silent",
    });
    for (const stream of [child.stdout, child.stderr])
      if (process.env.FAULT_LOG) stream?.pipe(process.stderr);
      else stream?.resume();
    children.add(child);
    child.once("exit", () => children.delete(child));
    return child;
  }

  return {
    transport,
    prefix,
    groups,
    tenants,
    seed,
    acks,
    keys: (count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`),
    /** A consumer process; resolves when it takes events, or was broken before. */
    async worker(broken: Broken & Omit<Partial<WorkerTask>, "prefix"> = {}): Promise<ChildProcess> {
      const { failpoint, databaseUrl, ...task } = broken;
      const child = spawn(
        "worker.ts",
        { groups, ...task, prefix },
        { ...(failpoint ? { failpoint } : {}), ...(databaseUrl ? { databaseUrl } : {}) },
      );
      await Promise.race([once(child, "message"), once(child, "exit")]);
      return child;
    },
    /** A writing process; resolves when it ends. What it says was acknowledged is noted. */
    async writer(task: Omit<WriterTask, "tenants" | "seed"> & Partial<WriterTask>, broken: Broken = {}): Promise<void> {
      const child = spawn("writer.ts", { tenants, seed, ...task }, broken);
      child.on("message", (ack) => acks.push(ack as Ack));
      await once(child, "exit");
    },
    /** From now on everything works again. */
    over(): void {
      overAt = performance.now();
    },
    /** Waits until every event is settled in each group, and gives the history. */
    async settle(): Promise<History> {
      const since = overAt ?? performance.now();
      let lagBackMs: number | null = null;
      while (lagBackMs === null && performance.now() - since < SETTLE_MS) {
        if ((await unsettled(prefix, groups)) === 0) lagBackMs = Math.round(performance.now() - since);
        else await wait(50);
      }
      return { groups, acks, lagBackMs, slots: [], ...(await historyOf(prefix, groups)) };
    },
    async end(): Promise<void> {
      const exits = [...children].map((child) => once(child, "exit"));
      for (const child of children) {
        child.kill("SIGCONT");
        child.kill("SIGKILL");
      }
      await Promise.all(exits);
    },
  };
}

async function unsettled(prefix: string, groups: readonly string[]): Promise<number> {
  const [row] = await query<{ left: number }>(
    `select count(*)::int as left from event_outbox o cross join unnest($2::text[]) as g (name)
     where o.topic = 'events.ops' and starts_with(o.aggregate_key, $1)
       and not exists (select from test_effects e where e.consumer_group = g.name and e.event_id = o.event_id)
       and not exists (select from event_dlq d where d.consumer_group = g.name and d.event_id = o.event_id)`,
    [prefix, groups],
  );
  return row?.left ?? 0;
}

async function historyOf(prefix: string, groups: readonly string[]) {
  const written = await query<Written>(
    `select event_id, aggregate_key as key, aggregate_version::int as version, tenant_id as tenant,
       (payload->'payload'->>'poison')::boolean as poison, (payload->'payload'->>'amount')::int as amount
     from event_outbox where topic = 'events.ops' and starts_with(aggregate_key, $1) order by id`,
    [prefix],
  );
  const done = await query<Done>(
    `select consumer_group as group, event_id, key, version::int, tenant, seen_tenant from test_effects
     where consumer_group = any ($1) order by seq`,
    [groups],
  );
  const dead = await query<Dead>(
    "select consumer_group as group, event_id, reason from event_dlq where consumer_group = any ($1)",
    [groups],
  );
  const ledger = await query<Ledger>(
    "select consumer_group as group, event_id, amount::int from test_ledger where consumer_group = any ($1)",
    [groups],
  );
  return { written, done, dead, ledger };
}
