import { Redis } from "ioredis";
import { leaseOf } from "@/lib/platform/cache/driver";
import { openCache } from "@/lib/platform/cache/open-cache";
import type { CacheSettings } from "@/lib/platform/cache/open-driver";
import { redisClient } from "@/lib/platform/cache/redis";
import { remoteDriver } from "@/lib/platform/cache/remote";
import { upstashClient } from "@/lib/platform/cache/upstash";
import type { RestFront } from "../../redis/rest-front";
import type { Row } from "../bench";
import { medianMs, mediansInTurn } from "../median-ms";
import { rowOfRuns } from "../row-of-runs";

const KEY = { name: "bench", ttlMs: 3_600_000, staleMs: 0, shape: 1 };
/** Of the size of a market figure with its sources: about 1 kB as text. */
const VALUE = Array.from({ length: 10 }, (_, index) => ({
  ...{
    figure: "btc_price",
    source: `source ${index}`,
    value: 95_000.25 + index,
    asOf: new Date(0),
    fetchedAt: new Date(1),
  },
}));
const TARGET_US = 20;

/** A value that is there, through the whole of the cache. */
async function hitRow(name: string, settings: CacheSettings): Promise<Row> {
  const { cache } = openCache(settings, 5);
  const read = () => cache.through({ ...KEY, staleMs: 60_000 }, async () => VALUE);
  await read();
  const runs = await medianMs(read, 1_000);
  await cache.close();
  return rowOfRuns(runs, { name, unit: "µs", target: TARGET_US });
}

export const hits = async (): Promise<Row[]> => [await hitRow("hit in memory", {})];

/** One value read from the store itself, next to a bare GET of the same text by the same client. */
export async function remoteHits(url: string, front: RestFront): Promise<Row[]> {
  const rows = [await hitRow("hit of the process's copy in front of Redis", { REDIS_URL: url })];
  const [tcp, rest] = [remoteDriver(await redisClient(url)), remoteDriver(upstashClient(front.url, front.token))];
  const bare = new Redis(url);
  await bare.set("bare", JSON.stringify(VALUE));
  await tcp.take(leaseOf("read"), "bench", 1_000);
  await tcp.write("read", "bench", { ...KEY, id: "1", value: VALUE, loadMs: 1 });
  rows.push(
    await against(
      "hit on Redis",
      () => tcp.read("read"),
      "bare GET",
      () => bare.get("bare"),
    ),
  );
  const get = () =>
    fetch(front.url, {
      method: "POST",
      headers: { authorization: `Bearer ${front.token}` },
      body: '["GET","bare"]',
    }).then((response) => response.json());
  rows.push(await against("hit over Upstash's protocol", () => rest.read("read"), "bare GET", get));
  bare.disconnect();
  await Promise.all([tcp.close(), rest.close()]);
  return rows;
}

async function against(name: string, ours: () => unknown, peer: string, theirs: () => unknown): Promise<Row> {
  const [values = [], peers = []] = await mediansInTurn([ours, theirs], 1_000);
  return rowOfRuns(values, { name, unit: "µs", peer: { name: peer, values: peers } });
}
