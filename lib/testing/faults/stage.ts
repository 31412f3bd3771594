import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { until } from "../events/ground";
import { query } from "../sql";
import type { Ack, History, Slot } from "./check-history";
import type { FaultyTransport } from "./fault-list";
import { countEffects, countUnsettled, readHistory, readSlots, readWritten } from "./read-history";
import { type Broken, spawnFaulty } from "./spawn-faulty";
import type { WorkerTask } from "./worker";
import type { WriterTask, WriterWord } from "./writer";

/** What a scenario may kill and start again, as long as it is its own. */
export type Breakable = { kill(): Promise<void>; start(): Promise<void> };
export type Ground = Partial<Record<"postgres" | "broker" | "connect", Breakable>>;

export type StageOptions = { transport: FaultyTransport; name: string; seed: number; ground?: Ground };

/** How long the lag may take to be back, and then everything to be settled; both are judged by the checker. */
const PATIENCE_MS = 60_000;
/** The lag is back when it stays so for that long. */
const STEADY_MS = 2_000;
const LOOK_MS = 50;
/** Writes a second of somebody who writes on and on. */
const PACE_MS = 40;

export type Stage = ReturnType<typeof openStage>;

/** The ground of one fault: groups and aggregates of its own, processes that can be broken, and the history at the end. */
export function openStage({ transport, name, seed, ground = {} }: StageOptions) {
  const prefix = `${name}-${randomUUID().slice(0, 6)}:`;
  const groups = [`${prefix}a`, `${prefix}b`];
  const tenants = [randomUUID(), randomUUID(), null];
  const acks: Ack[] = [];
  /** What a process read that it knew to be older. */
  const stale: string[] = [];
  const early = new Map<string, History["written"][number]>();
  const cast = spawnFaulty(transport);
  const cleanups: (() => Promise<unknown> | unknown)[] = [];
  const jobs = new Set<string>();
  let lagBackMs: number | null = null;

  async function writing(task: Partial<WriterTask>, broken: Broken) {
    const child = cast.spawn("writer.ts", { tenants, seed, keys: keys(8), ...task }, broken);
    child.on("message", ({ key, version, read }: WriterWord) => {
      if (read === undefined) acks.push({ key, version });
      else stale.push(`${key}: read ${read} after ${version}`);
    });
    return { child, ended: once(child, "exit") };
  }
  const keys = (count: number): string[] => Array.from({ length: count }, (_, index) => `${prefix}${index}`);

  return {
    transport,
    prefix,
    groups,
    seed,
    acks,
    stale,
    keys,
    /** A part of the ground, which is this scenario's alone for now. */
    part(which: keyof Ground): Breakable {
      const part = ground[which];
      if (!part) throw new Error(`This ground has no ${which} to break`);
      return part;
    },
    /** A process that consumes, publishes and, with `job`, schedules; resolves when it takes events, or was broken before. */
    async worker({ task = {}, ...broken }: Broken & { task?: Partial<Omit<WorkerTask, "prefix">> } = {}) {
      if (task.job !== undefined) jobs.add(task.job);
      const child = cast.spawn("worker.ts", { groups, ...task, prefix }, broken);
      await Promise.race([once(child, "message"), once(child, "exit")]);
      return child;
    },
    /** A process that writes its part; resolves when it ends. What it says was acknowledged is noted. */
    async writer(task: Partial<WriterTask> & { writes: number }, broken: Broken = {}): Promise<void> {
      const { ended } = await writing(task, broken);
      await ended;
    },
    /** A process that writes on and on; has begun when this resolves. */
    async load(task: Partial<WriterTask> = {}, broken: Broken = {}): Promise<{ stop(): Promise<void> }> {
      const { child, ended } = await writing({ everyMs: PACE_MS, ...task }, broken);
      await Promise.race([once(child, "message"), ended]);
      return {
        async stop() {
          if (child.connected) child.send("stop");
          await ended;
        },
      };
    },
    /** Each group has effects that it hadn't when this was asked. */
    async goesOn(withinMs = 30_000): Promise<void> {
      const before = await countEffects(groups);
      const isMore = (now: number[]) => now.every((count, at) => count > (before[at] ?? 0));
      await until(() => countEffects(groups), isMore, withinMs);
    },
    /** Keeps what is written by now, for a scenario that drops it from the outbox. */
    async remember(): Promise<void> {
      for (const one of await readWritten(prefix)) early.set(one.event_id, one);
    },
    /** What is to be put away when the scenario has ended. */
    after: (cleanup: () => Promise<unknown> | unknown): void => void cleanups.push(cleanup),
    /** From now on everything works again; waits until the lag is below a second, and stays there. */
    async over(): Promise<void> {
      const began = performance.now();
      let since: number | null = null;
      for (let now = began; now - began < PATIENCE_MS; now = performance.now()) {
        if ((await countUnsettled(prefix, groups, 1)) > 0) since = null;
        else since ??= now;
        if (since !== null && now - since > STEADY_MS) break;
        await wait(LOOK_MS);
      }
      lagBackMs = since === null ? null : Math.round(since - began);
    },
    /** Waits until every event is settled in each group, and gives the history. */
    async settle(): Promise<History> {
      const end = performance.now() + PATIENCE_MS;
      while ((await countUnsettled(prefix, groups)) > 0 && performance.now() < end) await wait(LOOK_MS);
      const slots: Slot[] = (await Promise.all([...jobs].map(readSlots))).flat();
      const { written, ...rest } = await readHistory(prefix, groups);
      const there = new Set(written.map(({ event_id }) => event_id));
      const gone = [...early.values()].filter(({ event_id }) => !there.has(event_id));
      return { groups, acks, lagBackMs, slots, written: [...gone, ...written], ...rest };
    },
    async end(): Promise<void> {
      await cast.end();
      for (const cleanup of cleanups) await cleanup();
    },
  };
}

/** Ends connections of this database, and all that read along for replication, but the one that asks. */
export const terminate = (which: "all" | "locks"): Promise<unknown> =>
  query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_type in ('client backend', 'walsender')
       and ($1 = 'all' or pid in (select pid from pg_locks where locktype = 'advisory' and granted))`,
    [which],
  );
