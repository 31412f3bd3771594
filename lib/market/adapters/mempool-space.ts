import { z } from "zod";
import { HASHES_PER_EH } from "@/lib/kernel/units";
import type { HttpClient } from "@/lib/platform/http";
import { startsEpoch } from "../core/history";
import { Mempool } from "../schemas";
import type { Feed } from "./feed";
import { Adjustment, EpochChange, nextAdjustment } from "./mempool-space-adjustment";
import { unixSeconds } from "./unix-time";

const Prices = z.object({ time: unixSeconds, USD: z.number() });
const Hashrate = z.object({
  difficulty: z.array(EpochChange),
  currentHashrate: z.number(),
  currentDifficulty: z.number(),
});
const sats = z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]);
const RewardStats = z.object({ startBlock: z.int(), endBlock: z.int(), totalFee: sats });
const { transactions, vsize_vb, total_fees_sats, fastest_sat_vb } = Mempool.shape;
const Pool = z.object({ count: transactions, vsize: vsize_vb, total_fee: total_fees_sats });
const Fees = z.object({ fastestFee: fastest_sat_vb, halfHourFee: fastest_sat_vb, hourFee: fastest_sat_vb });

const FEE_WINDOW_BLOCKS = 144;

/** https://mempool.space/docs/api/rest. Only /prices carries a time of its own (seconds). */
export const mempoolSpace = (http: HttpClient): Feed[] => [
  {
    id: "mempool.space/prices",
    source: "mempool.space",
    figures: ["btc_price"],
    everyS: 60,
    async read() {
      const { time, USD } = await http.json({ path: "/api/v1/prices" }, Prices);
      return { readings: [{ figure: "btc_price", value: USD, asOf: time }] };
    },
  },
  {
    id: "mempool.space/tip",
    source: "mempool.space",
    figures: ["block_height"],
    everyS: 60,
    async read() {
      const value = await http.json({ path: "/api/blocks/tip/height" }, z.int());
      return { readings: [{ figure: "block_height", value, asOf: null }] };
    },
  },
  {
    id: "mempool.space/difficulty-adjustment",
    source: "mempool.space",
    figures: ["next_adjustment"],
    everyS: 120,
    async read() {
      const value = nextAdjustment(await http.json({ path: "/api/v1/difficulty-adjustment" }, Adjustment));
      return { readings: [{ figure: "next_adjustment", value, asOf: null }] };
    },
  },
  {
    id: "mempool.space/hashrate",
    source: "mempool.space",
    figures: ["difficulty", "network_hashrate_ehs"],
    everyS: 600,
    async read() {
      const answer = await http.json({ path: "/api/v1/mining/hashrate/3m" }, Hashrate);
      return {
        readings: [
          { figure: "difficulty", value: answer.currentDifficulty, asOf: null },
          { figure: "network_hashrate_ehs", value: answer.currentHashrate / HASHES_PER_EH, asOf: null },
        ],
        epochs: answer.difficulty.filter(startsEpoch),
      };
    },
  },
  {
    id: "mempool.space/reward-stats",
    source: "mempool.space",
    figures: ["fees_sats_per_block"],
    everyS: 600,
    async read() {
      const path = `/api/v1/mining/reward-stats/${FEE_WINDOW_BLOCKS}`;
      const { startBlock, endBlock, totalFee } = await http.json({ path }, RewardStats);
      // Both ends are included; an instance may answer with another window than was asked for.
      return {
        readings: [{ figure: "fees_sats_per_block", value: totalFee / (endBlock - startBlock + 1), asOf: null }],
      };
    },
  },
  {
    id: "mempool.space/mempool",
    source: "mempool.space",
    figures: ["mempool"],
    everyS: 120,
    async read() {
      const [pool, fees] = await Promise.all([
        http.json({ path: "/api/mempool", maxBytes: 4 << 20 }, Pool),
        http.json({ path: "/api/v1/fees/recommended" }, Fees),
      ]);
      const value = {
        transactions: pool.count,
        vsize_vb: pool.vsize,
        total_fees_sats: pool.total_fee,
        fastest_sat_vb: fees.fastestFee,
        half_hour_sat_vb: fees.halfHourFee,
        hour_sat_vb: fees.hourFee,
      };
      return { readings: [{ figure: "mempool", value, asOf: null }] };
    },
  },
];
