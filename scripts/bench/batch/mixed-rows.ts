import { shippedCatalogue } from "@/lib/machines/index";

/** Rows as a fleet has them: by name in several spellings, by their numbers, with profiles, and one in fifty wrong. */
export function mixedRows(count: number): object[] {
  return Array.from({ length: count }, (_, at) => {
    const label = shippedCatalogue[at % shippedCatalogue.length]?.label ?? "";
    const common = { quantity: 1 + (at % 20), electricity_cost: 0.04 + (at % 40) / 1000, label: `Rack ${at % 300}` };
    if (at % 50 === 49) return { ...common, miner_model: `Antminer S9${at} Zeta` };
    if (at % 4 === 0) return { ...common, hashrate_th: 90 + (at % 200), power_w: 2900 + (at % 900), uptime_pct: 95 };
    if (at % 4 === 1) return { ...common, miner_model: label.toLowerCase(), pool_method: "PPS+", pool_fee2_pct: 1 };
    const profiles = [{ hashrate_th: 150, power_w: 2400 }];
    return at % 40 === 2 ? { ...common, miner_model: label, profiles } : { ...common, miner_model: label };
  });
}
