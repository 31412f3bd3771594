import fc from "fast-check";
import { CurtailmentInput } from "@/lib/analytics/core/curtailment/schemas";

const price = fc.oneof(
  fc.integer({ min: -40, max: 250 }),
  fc.constantFrom(0, 58, 60),
  fc.double({ min: -40, max: 250, noNaN: true }),
);

/** Small fleets with few hours: prices below zero, ties, blocks that the last hour cuts, kinds that are alike or empty. */
export const smallFleets = (limits: "limits" | "no limits"): fc.Arbitrary<CurtailmentInput> =>
  fc
    .record({
      hours: fc.array(fc.record({ price_usd_per_mwh: price, credit_usd_per_mwh: fc.constantFrom(0, 0, 5, 60) }), {
        minLength: 1,
        maxLength: 5,
      }),
      machines: fc
        .array(
          fc.record({
            hashrate_th: fc.constantFrom(90, 100, 200, 234.5),
            power_w: fc.constantFrom(3000, 3250, 3500, 5360),
            quantity: fc.constantFrom(0, 1, 1, 2),
          }),
          { minLength: 1, maxLength: 2 },
        )
        .map((all) => all.map((machine, index) => ({ id: `m${index}`, ...machine }))),
      hashprice_usd_per_ph_day: fc.constantFrom(0, 30, 48, 55.5),
      pool_fee_pct: fc.constantFrom(0, 2),
      min_off_hours: fc.integer({ min: 0, max: 4 }),
      restart_minutes: fc.constantFrom(0, 15, 30, 90),
      max_mw: fc.constantFrom(0, 0.003, 0.0035, 0.0065, 0.007, 0.0095, undefined),
      min_mw: fc.constantFrom(0, 0.003, 0.0035, 0.006, undefined),
    })
    .map(({ max_mw, min_mw, ...rest }) =>
      CurtailmentInput.parse(
        limits === "no limits"
          ? rest
          : { ...rest, ...(max_mw === undefined ? {} : { max_mw }), ...(min_mw === undefined ? {} : { min_mw }) },
      ),
    );

/** A fleet of many kinds over many hours, by a seed; limits as shares of the whole load. */
export function largeFleet(
  size: { kinds: number; hours: number; seed: number },
  limits: { most?: number; least?: number } = {},
): CurtailmentInput {
  let state = size.seed;
  const random = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
  const machines = Array.from({ length: size.kinds }, (_, index) => ({
    id: `m${index}`,
    hashrate_th: 80 + Math.round(random() * 150),
    power_w: 2800 + Math.round(random() * 2500),
    quantity: 1 + Math.floor(random() * 40),
  }));
  const full = machines.reduce((sum, { power_w, quantity }) => sum + power_w * quantity, 0) / 1e6;
  return CurtailmentInput.parse({
    hours: Array.from({ length: size.hours }, (_, hour) => ({
      price_usd_per_mwh: 45 + 35 * Math.sin((hour / 24) * 2 * Math.PI) + 40 * (random() - 0.5),
      credit_usd_per_mwh: random() < 0.1 ? 20 : 0,
    })),
    machines,
    hashprice_usd_per_ph_day: 45,
    pool_fee_pct: 2,
    min_off_hours: 3,
    restart_minutes: 20,
    ...(limits.most === undefined ? {} : { max_mw: full * limits.most }),
    ...(limits.least === undefined ? {} : { min_mw: full * limits.least }),
  });
}
