import { type Problem, problemOf } from "./problem";
import type { CurtailmentInput } from "./schemas";

const HOURS_PER_DAY = 24;
const TH_PER_PH = 1000;

/** What 1 TH/s earns in an hour after the pool's fee: $48 a PH/s and day at 0 % → $0.002. */
export const usdPerThHour = (hashpriceUsdPerPhDay: number, poolFeePct: number): number =>
  (hashpriceUsdPerPhDay / TH_PER_PH / HOURS_PER_DAY) * (1 - poolFeePct / 100);

/** The problem that the figure's input states; one hashprice for all hours. */
export function problemOfInput(input: CurtailmentInput): Problem {
  const { hours } = input;
  return problemOf({
    powerUsdPerMwh: Float64Array.from(hours, ({ price_usd_per_mwh }) => price_usd_per_mwh),
    creditUsdPerMwh: Float64Array.from(hours, ({ credit_usd_per_mwh }) => credit_usd_per_mwh),
    usdPerTh: new Float64Array(hours.length).fill(usdPerThHour(input.hashprice_usd_per_ph_day, input.pool_fee_pct)),
    machines: input.machines.map((machine) => ({
      id: machine.id,
      hashrateThs: machine.hashrate_th,
      powerW: machine.power_w,
      quantity: machine.quantity,
    })),
    minOffHours: input.min_off_hours,
    restartHours: input.restart_minutes / 60,
    maxMw: input.max_mw,
    minMw: input.min_mw,
  });
}
