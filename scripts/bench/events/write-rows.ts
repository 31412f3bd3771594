import type { Row } from "../bench";
import { quantile } from "../quantile";
import { rowOfRuns } from "../row-of-runs";
import { PACE, type Writes } from "./writes";

const VISIBLE_MS = 300;
export const TO_BUS_MS = 50;
const SHARES = [
  ["P50", 0.5],
  ["P95", 0.95],
  ["P99", 0.99],
] as const;

/** A quantile of each run. */
export const each = (runs: readonly (readonly number[])[], share: number): number[] =>
  runs.map((run) => quantile(run, share));

/** What the product's own writes came to on a transport; `to` names where the way to the bus ends there. */
export function writeRows(
  transport: string,
  { runs, flatOut, behindMs }: Writes,
  { to, toBusPeer, alone }: { to: string; toBusPeer?: { name: string; runs: number[][] }; alone?: number },
): Row[] {
  const pace = `${PACE.perSecond} writes a second`;
  const visible = runs.map((run) => run.visible);
  const toBus = runs.map((run) => run.toBus);
  const handling = runs.map((run) => run.handling);
  const peerOf = (share: number) =>
    toBusPeer ? { peer: { name: toBusPeer.name, values: each(toBusPeer.runs, share) } } : {};
  return [
    ...SHARES.map(([name, share]) =>
      rowOfRuns(each(visible, share), {
        name: `${transport}: write to visible, ${name}, ${pace}`,
        unit: "ms",
        ...(name === "P95" ? { target: VISIBLE_MS } : {}),
      }),
    ),
    ...SHARES.slice(0, 2).map(([name, share]) =>
      rowOfRuns(each(toBus, share), {
        name: `${transport}: ${to}, ${name}`,
        unit: "ms",
        ...(name === "P50" ? { target: TO_BUS_MS } : {}),
        ...peerOf(share),
      }),
    ),
    rowOfRuns(each(handling, 0.95), { name: `${transport}: consumer, a batch, P95`, unit: "ms" }),
    rowOfRuns([flatOut], {
      name: `${transport}: business transactions, 8 writers flat out`,
      unit: "a second",
      ...(alone === undefined ? {} : { peer: { name: "nobody consumes", values: [alone] } }),
    }),
    rowOfRuns([behindMs], { name: `${transport}: then until the last of them is visible`, unit: "ms" }),
  ];
}
