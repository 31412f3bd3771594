import type { MarketFacts, Portfolio } from "../../schemas";
import { dailyFigures } from "../daily-figures";
import { ASSUMED_ELECTRICITY_USD_PER_KWH } from "../defaults";
import { resolveTerms } from "../terms";

/** Machines of one model that a person keeps: figures of one of them, dollars per kWh. */
export type KeptMachine = {
  id: string;
  quantity: number;
  hashrate_th: number;
  power_w: number;
  electricity_cost: number | null;
};

/** The market that figures stand on, how old and how sure it is, and its day as 2026-01-31. */
export type EarningMarket = { facts: MarketFacts; as_of: string | null; state: Portfolio["state"]; today: string };

/** What machines earn today, all of a row together; dollars are the calculator's, to the last bit. */
export type MachineFigures = {
  machine_id: string;
  quantity: number;
  hashrate_th: number;
  power_w: number;
  is_price_assumed: boolean;
  daily_revenue: number;
  daily_cost: number;
  daily_profit: number;
  as_of: string | null;
  state: Portfolio["state"];
};

/** Today's figures of machines, as `POST /api/calculate` gives them with its defaults and their own price of power. */
export function machineFigures(machine: KeptMachine, { facts, as_of, state, today }: EarningMarket): MachineFigures {
  const { id, quantity, hashrate_th, power_w, electricity_cost } = machine;
  const input = {
    quantity,
    hashrate_th,
    power_w,
    electricity_cost: electricity_cost ?? ASSUMED_ELECTRICITY_USD_PER_KWH,
  };
  const { daily_revenue, daily_cost, daily_profit } = dailyFigures(resolveTerms(input, null, today), facts);
  return {
    machine_id: id,
    quantity,
    hashrate_th: hashrate_th * quantity,
    power_w: power_w * quantity,
    is_price_assumed: electricity_cost === null,
    daily_revenue,
    daily_cost,
    daily_profit,
    as_of,
    state,
  };
}
