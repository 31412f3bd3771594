import type { EventTransport } from "@/lib/platform/events/open-bus";
import { type Ground, withWorker } from "./ground";
import { listenForTotals, type Shown } from "./listener";
import { monotonicMs } from "./monotonic-ms";
import { paced } from "./paced";
import { plainReader, type Read } from "./plain-reader";
import type { Keeper, Write } from "./portfolios";
import { allShown, untilRead, untilShown } from "./until-seen";
import type { Took } from "./worker";

/** Two and a half times the writes of the design, 1,200 a minute. */
export const PACE = { perSecond: 50, seconds: 8 };
const WARM_UP = { ...PACE, seconds: 4 };
const RUNS = 3;
const WRITERS = 8;
const FLAT_OUT_MS = 5_000;
const GROUP = "portfolio-recalc-group";

/** Milliseconds of one run; `flatOut` is writes a second, `behindMs` until all of those were visible. */
export type Run = { visible: number[]; toBus: number[]; handling: number[] };
export type Writes = { runs: Run[]; flatOut: number; behindMs: number };

/** The product's own writes and consumers on one transport: paced, then as fast as eight writers can. */
export async function writesOn(ground: Ground, keepers: readonly Keeper[], transport: EventTransport): Promise<Writes> {
  const shown: Shown[] = [];
  const took: Took[] = [];
  const read: Read[] = [];
  const tail = await listenForTotals((one) => void shown.push(one));
  const isRead = transport !== "postgres";
  const reader = isRead
    ? await plainReader(ground.brokers ?? "", "events.miner", (one) => void read.push(one))
    : undefined;
  const task = { relay: transport === "kafka", consumers: "product", names: !isRead } as const;
  try {
    return await withWorker(ground, transport, task, async (worker) => {
      worker.onTook((one) => void took.push(one));
      const change = (index: number) => keepers[index % keepers.length]?.change() as Promise<Write>;
      await allShown(await paced(change, WARM_UP), shown);
      const runs: Run[] = [];
      for (let run = 0; run < RUNS; run++) {
        ground.say(`${transport}: ${PACE.perSecond} writes a second, run ${run + 1} of ${RUNS}`);
        for (const list of [shown, took, read]) list.length = 0;
        const writes = await paced(change, PACE);
        await allShown(writes, shown);
        const came = () => (isRead ? read : took.filter(({ group }) => group === GROUP).flatMap(arrivals));
        runs.push({
          visible: untilShown(writes, shown),
          toBus: await untilRead(writes, came),
          handling: took.map(({ arrivedMs, doneMs }) => doneMs - arrivedMs),
        });
      }
      ground.say(`${transport}: ${WRITERS} writers flat out`);
      const { writes, perSecond } = await flatOut(keepers);
      const end = monotonicMs();
      await allShown(writes, shown);
      return { runs, flatOut: perSecond, behindMs: monotonicMs() - end };
    });
  } finally {
    await Promise.all([tail.stop(), reader?.stop()]);
  }
}

const arrivals = ({ arrivedMs, names }: Took): Read[] => names.map((name) => ({ ...name, atMs: arrivedMs }));

/** Writers who each go on as soon as their last write is acknowledged. */
export async function flatOut(keepers: readonly Keeper[]): Promise<{ writes: Write[]; perSecond: number }> {
  const end = monotonicMs() + FLAT_OUT_MS;
  const writer = async (keeper: Keeper): Promise<Write[]> => {
    const writes: Write[] = [];
    while (monotonicMs() < end) writes.push(await keeper.change());
    return writes;
  };
  const writes = (await Promise.all(keepers.slice(0, WRITERS).map(writer))).flat();
  return { writes, perSecond: (writes.length * 1_000) / FLAT_OUT_MS };
}
