import { z } from "zod";
import { HASHES_PER_EH } from "@/lib/kernel/units";
import type { HttpClient } from "@/lib/platform/http";
import type { Feed } from "./feed";
import { unixSeconds } from "./unix-time";

/** An error of JSON-RPC arrives with status 200; `warnings` is text on older nodes and a list since v28: not read. */
const answer = <R extends z.ZodType>(result: R) =>
  z.object({ error: z.null({ error: "the node answered with an error" }).optional(), result });
const Chain = z.object({
  chain: z.literal("main"),
  blocks: z.int(),
  difficulty: z.number(),
  time: unixSeconds,
  initialblockdownload: z.literal(false, { error: "the node is still catching up" }),
});
const Mining = z.object({ chain: z.literal("main"), networkhashps: z.number() });

const call = (method: string) => ({ path: "", post: { jsonrpc: "2.0", id: 1, method, params: [] } });

/** Bitcoin Core's RPC through Ankr; ANKR_RPC_URL is the whole address, key included. */
export const ankr = (http: HttpClient): Feed[] => [
  {
    id: "ankr/blockchain",
    source: "ankr",
    figures: ["block_height", "difficulty"],
    everyS: 60,
    async read() {
      const { result } = await http.json(call("getblockchaininfo"), answer(Chain));
      const asOf = result.time;
      return {
        readings: [
          { figure: "block_height", value: result.blocks, asOf },
          { figure: "difficulty", value: result.difficulty, asOf },
        ],
      };
    },
  },
  {
    id: "ankr/mining",
    source: "ankr",
    figures: ["network_hashrate_ehs"],
    everyS: 600,
    async read() {
      // H/s over the last 120 blocks.
      const { result } = await http.json(call("getmininginfo"), answer(Mining));
      const value = result.networkhashps / HASHES_PER_EH;
      return { readings: [{ figure: "network_hashrate_ehs", value, asOf: null }] };
    },
  },
];
