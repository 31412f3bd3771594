import type { CalculateOutput } from "../schemas";

/** What the answer comes to: does it earn today, and does it pay the machines back inside the horizon. */
export type Verdict = "loses" | "nothing" | "earns" | "earnsNever" | "earnsAndPays";

/** `earns` where no price of the machines is known, so that nothing can be said about paying back. */
export function verdict({ daily_profit, investment, assumptions }: CalculateOutput): Verdict {
  if (daily_profit < 0) return "loses";
  if (daily_profit === 0) return "nothing";
  if (assumptions.machine_price_usd === null) return "earns";
  return investment.payback_months === null ? "earnsNever" : "earnsAndPays";
}

/**
 * Where the answer would turn, at the operating level: the hashprice and the power price (US dollars per kWh) at which
 * it stops or starts to pay; `startsFree` where even free power is too dear. Null where no hashprice would do.
 */
export type TurningPoint = { kind: "stops" | "starts" | "startsFree"; hashprice: number; usdPerKwh: number };

export function turningPoint({ daily_profit, break_even }: CalculateOutput): TurningPoint | null {
  const { hashprice_usd_per_ph_day: hashprice, electricity_usd_per_mwh: usdPerMwh } = break_even.operating;
  if (hashprice === null) return null;
  const free = usdPerMwh === null || (daily_profit < 0 && usdPerMwh <= 0);
  const kind = free ? "startsFree" : daily_profit >= 0 ? "stops" : "starts";
  return { kind, hashprice, usdPerKwh: (usdPerMwh ?? 0) / 1000 };
}
