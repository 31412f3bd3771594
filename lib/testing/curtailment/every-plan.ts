import type { CurtailmentInput } from "@/lib/analytics/core/curtailment/schemas";

type Schedule = { watts: number[]; profitUsd: number[] };

/**
 * The most that a curtailment can earn, by trying every plan of every single machine: written from the description
 * alone, so that it shares nothing with the solver. Null where no plan keeps the limits.
 */
export function bestOfEveryPlan(input: CurtailmentInput): number | null {
  const units = input.machines.flatMap((machine) =>
    Array.from({ length: machine.quantity }, () => schedulesOf(machine, input)),
  );
  const none: Schedule = { watts: input.hours.map(() => 0), profitUsd: input.hours.map(() => 0) };
  let best: number | null = null;
  const choose = (index: number, sofar: Schedule): void => {
    const unit = units[index];
    if (unit) for (const schedule of unit) choose(index + 1, sum(sofar, schedule));
    else if (sofar.watts.every((watts) => isInside(watts / 1e6, input))) {
      const usd = sofar.profitUsd.reduce((total, each) => total + each, 0);
      if (best === null || usd > best) best = usd;
    }
  };
  choose(0, none);
  return best;
}

const isInside = (mw: number, { max_mw, min_mw }: CurtailmentInput): boolean =>
  mw <= (max_mw ?? Number.POSITIVE_INFINITY) + 1e-9 && mw >= (min_mw ?? 0) - 1e-9;

const sum = (a: Schedule, b: Schedule): Schedule => ({
  watts: a.watts.map((watts, hour) => watts + (b.watts[hour] ?? 0)),
  profitUsd: a.profitUsd.map((usd, hour) => usd + (b.profitUsd[hour] ?? 0)),
});

function schedulesOf(machine: CurtailmentInput["machines"][number], input: CurtailmentInput): Schedule[] {
  const { hours } = input;
  const revenue = ((machine.hashrate_th / 1000) * input.hashprice_usd_per_ph_day * (1 - input.pool_fee_pct / 100)) / 24;
  const mwh = machine.power_w / 1e6;
  return Array.from({ length: 2 ** hours.length }, (_, bits) => hours.map((_, hour) => ((bits >> hour) & 1) === 1))
    .filter((isOff) => blocksAreLongEnough(isOff, input.min_off_hours))
    .map((isOff) => ({
      watts: isOff.map((off) => (off ? 0 : machine.power_w)),
      profitUsd: hours.map(({ price_usd_per_mwh, credit_usd_per_mwh }, hour) => {
        if (isOff[hour]) return mwh * credit_usd_per_mwh;
        const lost = hour > 0 && isOff[hour - 1] ? (revenue * input.restart_minutes) / 60 : 0;
        return revenue - mwh * price_usd_per_mwh - lost;
      }),
    }));
}

/** The block that the last hour cuts may be shorter. */
function blocksAreLongEnough(isOff: readonly boolean[], least: number): boolean {
  let length = 0;
  for (const off of isOff) {
    if (!off && length > 0 && length < least) return false;
    length = off ? length + 1 : 0;
  }
  return true;
}
