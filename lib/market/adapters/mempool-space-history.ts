import { z } from "zod";
import { HASHES_PER_EH, SECONDS_PER_DAY } from "@/lib/kernel/units";
import type { HttpClient } from "@/lib/platform/http";
import { startsEpoch } from "../core/history";
import { lastOfEachDay } from "../core/last-of-each-day";
import type { HistoryFeed } from "./feed";
import { EpochTuple } from "./mempool-space-adjustment";
import { unixSeconds } from "./unix-time";

const MAX_BYTES = 4 << 20;
const Hashrates = z.object({ hashrates: z.array(z.object({ timestamp: unixSeconds, avgHashrate: z.number() })) });
const Prices = z.object({ prices: z.array(z.object({ time: z.number().min(0).max(4_102_444_800), USD: z.number() })) });

/** All epochs, all days of hashrate (H/s) and all known prices; times in seconds. */
export const mempoolSpaceHistory = (http: HttpClient): HistoryFeed[] => [
  {
    id: "mempool.space/difficulty-adjustments",
    source: "mempool.space",
    everyS: SECONDS_PER_DAY,
    async read() {
      const path = "/api/v1/mining/difficulty-adjustments";
      const epochs = await http.json({ path, maxBytes: MAX_BYTES }, z.array(EpochTuple));
      return { readings: [], epochs: epochs.filter(startsEpoch) };
    },
  },
  {
    id: "mempool.space/hashrate-history",
    source: "mempool.space",
    everyS: SECONDS_PER_DAY,
    async read() {
      const { hashrates } = await http.json({ path: "/api/v1/mining/hashrate/all", maxBytes: MAX_BYTES }, Hashrates);
      const points = hashrates.map((row) => ({ time: row.timestamp, value: row.avgHashrate / HASHES_PER_EH }));
      return { readings: [], days: lastOfEachDay("network_hashrate", points) };
    },
  },
  {
    id: "mempool.space/historical-price",
    source: "mempool.space",
    everyS: SECONDS_PER_DAY,
    async read() {
      const query = { currency: "USD" };
      const { prices } = await http.json({ path: "/api/v1/historical-price", query, maxBytes: MAX_BYTES }, Prices);
      // Days that mempool.space has no price of are rows of 0 or -1, and the first row has no time.
      const known = prices.filter(({ time, USD }) => time > 0 && USD > 0);
      const points = known.map(({ time, USD }) => ({ time: new Date(time * 1000), value: USD }));
      return { readings: [], days: lastOfEachDay("btc_price", points) };
    },
  },
];
