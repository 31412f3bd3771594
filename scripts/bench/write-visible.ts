import { setTimeout as wait } from "node:timers/promises";
import type { EventTransport } from "@/lib/platform/events/open-bus";
import { missing } from "../kafka/missing";
import { Refusal } from "../process/refusal";
import { demoOwner, signIn } from "./auth/demo-owner";
import type { Bench, Row } from "./bench";
import { paced } from "./events/paced";
import { quantile } from "./quantile";
import { rowOfRuns } from "./row-of-runs";
import { type Change, type Fleet, fleetOf } from "./write-visible/machines";
import { onTransport } from "./write-visible/on-transport";
import { inWindow, type OpenWindow } from "./write-visible/windows";

const TRANSPORTS: EventTransport[] = ["postgres", "kafka", "debezium"];
const RUNS = 5;
const PACE = { perSecond: 10, seconds: 15 };
const TARGET_MS = 300;
const MOST_BEHIND_MS = 30_000;
const SHARES = [
  ["P50", 0.5],
  ["P95", 0.95],
  ["P99", 0.99],
] as const;

export const bench: Bench = {
  name: "write-visible",
  summary: "A change of machines over HTTP until a real browser elsewhere has painted the new total",
  packages: ["next", "react", "kafkajs", "@sparticuz/chromium"],
  options: { transport: "postgres, kafka or debezium alone" },
  async run(say, { transport }) {
    const rows: Row[] = [];
    for (const one of wanted(transport, say)) rows.push(...(await onTransport(one, (...at) => measured(one, at, say))));
    return rows;
  },
};

type Say = (line: string) => void;

async function measured(transport: EventTransport, [url, dataDir]: [string, string], say: Say): Promise<Row[]> {
  const { token, cookie } = await signIn(url, demoOwner(dataDir));
  const fleet = await fleetOf(url, token);
  return inWindow(url, cookie, async (window) => {
    say(`${transport}: warm-up`);
    await changes(fleet, window, { ...PACE, seconds: 5 });
    const [totals, groups]: number[][][] = [[], []];
    for (let run = 0; run < RUNS; run++) {
      say(`${transport}: ${PACE.perSecond} changes a second, run ${run + 1} of ${RUNS}`);
      const made = await changes(fleet, window, PACE);
      const seen = await window.seen();
      totals?.push(until(made, (change) => seen.totals.get(String(change.machines))));
      groups?.push(until(made, (change) => seen.groups.get(String(change.quantity))));
    }
    return [...rowsOf(`${transport}: total`, totals ?? []), ...rowsOf(`${transport}: its group`, groups ?? [])];
  });
}

/** Changes at a pace, each after the answer to the one before; until the window shows the last. */
async function changes(fleet: Fleet, window: OpenWindow, pace: typeof PACE): Promise<Change[]> {
  let last: Promise<Change | undefined> = Promise.resolve(undefined);
  const made = await paced(() => {
    const next = last.then(() => fleet.change());
    last = next.catch(() => undefined);
    return next;
  }, pace);
  const end = made.at(-1);
  if (!end) throw new Error("nothing was changed");
  await Promise.race([window.shows(end), late()]);
  return made;
}

/** A change that a later one overtook on its way was seen with that one. */
function until(made: readonly Change[], seenAt: (change: Change) => number | undefined): number[] {
  let next = Number.POSITIVE_INFINITY;
  return made
    .toReversed()
    .map((change) => {
      next = Math.min(next, seenAt(change) ?? next);
      return next - change.sentMs;
    })
    .toReversed();
}

const rowsOf = (what: string, runs: readonly number[][]): Row[] =>
  SHARES.map(([name, share]) =>
    rowOfRuns(
      runs.map((run) => quantile(run, share)),
      {
        name: `${what}, ${name}, ${PACE.perSecond} changes a second`,
        unit: "ms",
        ...(name === "P95" ? { target: TARGET_MS } : {}),
      },
    ),
  );

async function late(): Promise<never> {
  await wait(MOST_BEHIND_MS, undefined, { ref: false });
  throw new Error("the window never showed the last change");
}

/** Those of the transports that are asked for and that this machine can run. */
function wanted(transport: string | undefined, say: Say): EventTransport[] {
  const asked = TRANSPORTS.filter((one) => transport === undefined || transport === one);
  if (asked.length === 0)
    throw new Refusal(`There is no transport "${transport}".`, `There are: ${TRANSPORTS.join(", ")}.`);
  const lack = asked.some((one) => one !== "postgres") ? missing("broker", "connect", "debezium") : undefined;
  if (lack !== undefined) say(`left out are kafka and debezium: ${lack}`);
  return lack === undefined ? asked : asked.filter((one) => one === "postgres");
}
