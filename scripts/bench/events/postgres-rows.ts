import type { Row } from "../bench";
import { rowOfRuns } from "../row-of-runs";
import type { Grown } from "./growth";
import type { OnPostgres, Peer } from "./on-postgres";
import { each, writeRows } from "./write-rows";

export const DRAIN_TARGET = 10_000;
/** Flat: with a hundred times the history at most that many times as long. */
const FLAT = 1.5;

export function postgresRows({ drained, mixed, writes, alone, graphileWorker, pgBoss }: OnPostgres): Row[] {
  const peer = { name: "graphile-worker", values: [graphileWorker.drained] };
  const perSecond = drained.map((one) => one.perSecond);
  const drain = { unit: "events a second", score: true, target: DRAIN_TARGET };
  const toBusPeer = { name: "graphile-worker", runs: graphileWorker.latency };
  return [
    rowOfRuns(perSecond, { name: "postgres: backlog through a consumer with its inbox", ...drain, peer }),
    rowOfRuns(
      mixed.map((one) => one.perSecond),
      { name: "postgres: the same, events of 20 companies in turn", unit: "events a second", score: true },
    ),
    rowOfRuns(
      each(
        drained.map(({ batchMs }) => batchMs),
        0.95,
      ),
      { name: "postgres: consumer, a batch of 500, P95", unit: "ms" },
    ),
    ...writeRows("postgres", writes, { to: "commit to the consumer's runner", toBusPeer, alone }),
    ...peerRows("graphile-worker", graphileWorker),
    ...peerRows("pg-boss", pgBoss),
  ];
}

function peerRows(name: string, { drained, latency }: Peer): Row[] {
  return [
    rowOfRuns([drained], { name: `${name}: backlog, the same effect a job`, unit: "jobs a second", score: true }),
    rowOfRuns(each(latency, 0.5), { name: `${name}: commit to the job's beginning, P50, 100 a second`, unit: "ms" }),
    rowOfRuns(each(latency, 0.95), { name: `${name}: commit to the job's beginning, P95`, unit: "ms" }),
  ];
}

/** The long history against the short one. */
export function growthRows([short, long]: readonly Grown[]): Row[] {
  if (!short || !long) return [];
  const name = `with ${short.rows.toLocaleString("en")}`;
  const words = `${long.rows.toLocaleString("en")} rows of history`;
  const flat = (what: string, unit: string, values: number[], others: number[]) => {
    const row = rowOfRuns(values, { name: `postgres: ${what}, ${words}`, unit, peer: { name, values: others } });
    return { ...row, target: FLAT * (row.peer?.value ?? 0), ok: (row.ratio ?? 0) <= FLAT };
  };
  return [
    flat("commit to effect, P50", "ms", each(long.toEffect, 0.5), each(short.toEffect, 0.5)),
    flat("commit to effect, P95", "ms", each(long.toEffect, 0.95), each(short.toEffect, 0.95)),
    flat("reading what is new, P50", "µs", each(long.readUs, 0.5), each(short.readUs, 0.5)),
  ];
}
