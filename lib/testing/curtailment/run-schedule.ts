import type { CurtailmentAnswer, CurtailmentInput } from "@/lib/analytics/core/curtailment/schemas";

/**
 * Runs a schedule with single machines, who was off longest coming back first, and answers what they earn together.
 * Throws where one would be off for too short a time, more run than there are, or the load leaves the limits.
 */
export function runSchedule(input: CurtailmentInput, { schedule }: CurtailmentAnswer): number {
  const offSince = new Map(input.machines.map(({ id }) => [id, [] as number[]]));
  let earnedUsd = 0;
  for (const [hour, { active }] of schedule.entries()) {
    let mw = 0;
    for (const machine of input.machines) {
      const on = active[machine.id] ?? Number.NaN;
      const queue = offSince.get(machine.id) ?? [];
      const back = queue.splice(0, Math.max(0, queue.length - (machine.quantity - on)));
      for (const since of back)
        if (hour - since < input.min_off_hours) throw new Error(`${machine.id} was off for ${hour - since} hours`);
      while (queue.length < machine.quantity - on) queue.push(hour);
      if (queue.length !== machine.quantity - on) throw new Error(`${on} of ${machine.id} can't run`);
      mw += (on * machine.power_w) / 1e6;
      earnedUsd += hourUsd(input, machine, hour, { on, off: queue.length, back: back.length });
    }
    if (mw > (input.max_mw ?? Number.POSITIVE_INFINITY) + 1e-9) throw new Error(`${mw} MW in hour ${hour}`);
    if (mw < (input.min_mw ?? 0) - 1e-9) throw new Error(`${mw} MW in hour ${hour}`);
  }
  return earnedUsd;
}

function hourUsd(
  input: CurtailmentInput,
  machine: CurtailmentInput["machines"][number],
  hour: number,
  units: { on: number; off: number; back: number },
): number {
  const { price_usd_per_mwh = 0, credit_usd_per_mwh = 0 } = input.hours[hour] ?? {};
  const revenue = ((machine.hashrate_th / 1000) * input.hashprice_usd_per_ph_day * (1 - input.pool_fee_pct / 100)) / 24;
  const mwh = machine.power_w / 1e6;
  return (
    units.on * (revenue - mwh * price_usd_per_mwh) +
    units.off * mwh * credit_usd_per_mwh -
    units.back * revenue * (input.restart_minutes / 60)
  );
}
