import type { CalculateOutput } from "../../schemas";

type BreakEven = CalculateOutput["break_even"];

export const BREAK_EVEN_LEVELS = ["cash", "operating", "full"] as const satisfies readonly (keyof BreakEven)[];

export const BREAK_EVEN_KEYS = [
  "electricity_usd_per_mwh",
  "btc_price_usd",
  "difficulty",
  "hashprice_usd_per_ph_day",
  "efficiency_j_per_th",
] as const satisfies readonly (keyof BreakEven["cash"])[];
