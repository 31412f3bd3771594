import type { Drained } from "./drain";
import { drainOutbox } from "./drain-outbox";
import { clearEvents, type Ground } from "./ground";
import { drainGraphileWorker, graphileWorkerLatency } from "./peers/graphile-worker";
import { drainPgBoss, pgBossLatency } from "./peers/pg-boss";
import type { Keeper } from "./portfolios";
import { flatOut, type Writes, writesOn } from "./writes";

/** Jobs a second, and ms from a job's commit to its beginning, a list a run. */
export type Peer = { drained: number; latency: number[][] };

export type OnPostgres = {
  drained: Drained[];
  /** The same with events of twenty companies in turn. */
  mixed: Drained[];
  writes: Writes;
  /** Writes a second while nobody consumes. */
  alone: number;
  graphileWorker: Peer;
  pgBoss: Peer;
};

/** Without a broker: the groups read the outbox themselves. Beside it, job queues on the same Postgres. */
export async function onPostgres(ground: Ground, keepers: readonly Keeper[]): Promise<OnPostgres> {
  const drained = await drainOutbox(ground, { companies: 1, runs: 3 });
  const mixed = await drainOutbox(ground, { companies: 20, runs: 1 });
  const writes = await writesOn(ground, keepers, "postgres");
  ground.say("the same writers while nobody consumes");
  const { perSecond: alone } = await flatOut(keepers);
  await clearEvents(ground);
  const graphileWorker = { drained: await drainGraphileWorker(ground), latency: await graphileWorkerLatency(ground) };
  const pgBoss = { drained: await drainPgBoss(ground), latency: await pgBossLatency(ground) };
  await clearEvents(ground);
  return { drained, mixed, writes, alone, graphileWorker, pgBoss };
}
