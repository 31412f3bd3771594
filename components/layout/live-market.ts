import type { z } from "zod";
import type { NetworkStats } from "@/lib/market/contract";

/** The market as a page shows it: the snapshot and the hashprice that follows from it. */
export type LiveMarket = z.output<typeof NetworkStats>;
