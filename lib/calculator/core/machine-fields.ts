import { z } from "zod";
import { aboveField, numberField, percentField, wholeField, wordField } from "@/lib/kernel/number-field";
import { DEFAULTS } from "./defaults";
import { LIMITS } from "./limits";
import { POOL_METHODS } from "./pool-methods";

export const PoolMethod = wordField("The pool method", POOL_METHODS);
export type PoolMethod = z.output<typeof PoolMethod>;

const EXAMPLE = "Antminer S21 200T";
const hashrate = aboveField("The hashrate", LIMITS.hashrate_th, "TH/s");
const power = aboveField("The power draw", LIMITS.power_w, "W");

/** Any case is understood: `solo` is `SOLO`. */
const poolMethod = z.preprocess(
  (word) => (typeof word === "string" ? word.toUpperCase() : word),
  PoolMethod.meta({ default: DEFAULTS.pool_method }),
);

/** A machine and how it runs: the fields that a row of a batch has too. */
export const machineFields = {
  miner_model: z
    .string({ error: `The machine must be named by text, such as "${EXAMPLE}".` })
    .trim()
    .min(1, { error: `Name the machine, such as "${EXAMPLE}".` })
    .max(100, { error: "A machine's name has at most 100 characters." })
    .optional()
    .meta({ description: "A name without its bin means the model's largest verified bin", example: EXAMPLE }),
  quantity: wholeField("The quantity", LIMITS.quantity, "machines").optional().meta({ default: DEFAULTS.quantity }),
  hashrate_th: hashrate.optional().meta({ description: "TH/s of one machine; wins over the model's" }),
  power_w: power.optional().meta({ description: "W of one machine at the wall; wins over the model's" }),
  electricity_cost: numberField("The price of electricity", LIMITS.electricity_cost, "US dollars per kWh"),
  pool_method: poolMethod.optional(),
  pool_fee_pct: percentField("The pool fee").optional().meta({ default: DEFAULTS.pool_fee_pct }),
  pool_fee2_pct: percentField("The pool's fee on transaction fees")
    .optional()
    .meta({ description: "PPS+ only; pool_fee_pct where left out" }),
  pool_hashrate_ehs: aboveField("The pool's hashrate", LIMITS.pool_hashrate_ehs, "EH/s")
    .optional()
    .meta({ description: "PPLNS only: how far the pool's luck spreads; not known without it" }),
  uptime_pct: percentField("The uptime").optional().meta({ default: DEFAULTS.uptime_pct }),
  rejected_pct: percentField("The share of rejected work").optional().meta({ default: DEFAULTS.rejected_pct }),
  curtailment_pct: percentField("The curtailed share")
    .optional()
    .meta({ default: DEFAULTS.curtailment_pct, description: "Share of the running hours switched off on purpose" }),
  other_costs_usd_day: numberField("The other costs", LIMITS.other_costs_usd_day, "US dollars a day")
    .optional()
    .meta({ default: DEFAULTS.other_costs_usd_day, description: "For all machines together" }),
  profiles: z
    .array(z.strictObject({ hashrate_th: hashrate, power_w: power }), {
      error: 'profiles must be a list such as [{"hashrate_th": 180, "power_w": 2900}].',
    })
    .min(LIMITS.profiles[0], { error: "Give at least one profile, or leave profiles out." })
    .max(LIMITS.profiles[1], { error: `Give at most ${LIMITS.profiles[1]} profiles.` })
    .optional()
    .meta({ description: "Firmware profiles of the machine: the best of them and of the machine as given is used" }),
} as const;
