import { z } from "zod";
import { SECONDS_PER_DAY } from "@/lib/kernel/units";
import type { HttpClient } from "@/lib/platform/http";
import { lastOfEachDay } from "../core/last-of-each-day";
import type { Feed, HistoryFeed } from "./feed";
import { unixSeconds } from "./unix-time";

/** Numbers arrive as strings; `time_until_update` stands on the first row only. Newest first. */
const digits = z.string().regex(/^\d+$/).transform(Number);
const Row = z.object({ value: digits, timestamp: digits.pipe(unixSeconds) });
const Index = z.object({ data: z.array(Row).min(1) });

/** https://alternative.me/crypto/fear-and-greed-index: one value a day, dated 00:00 UTC. */
export const alternativeMe = (http: HttpClient): Feed[] => [
  {
    id: "alternative.me/fng",
    source: "alternative.me",
    figures: ["fear_greed_index"],
    everyS: 1_800,
    async read() {
      const { data } = await http.json({ path: "/fng/", query: { limit: "1" } }, Index);
      const newest = data.reduce((a, b) => (b.timestamp > a.timestamp ? b : a));
      return { readings: [{ figure: "fear_greed_index", value: newest.value, asOf: newest.timestamp }] };
    },
  },
];

/** `limit=0` is all of it, since 2018. */
export const alternativeMeHistory = (http: HttpClient): HistoryFeed[] => [
  {
    id: "alternative.me/fng-history",
    source: "alternative.me",
    everyS: SECONDS_PER_DAY,
    async read() {
      const { data } = await http.json({ path: "/fng/", query: { limit: "0" }, maxBytes: 4 << 20 }, Index);
      const points = data.map((row) => ({ time: row.timestamp, value: row.value }));
      return { readings: [], days: lastOfEachDay("fear_greed_index", points) };
    },
  },
];
