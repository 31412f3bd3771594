import type { QueryCtx } from "@/lib/kernel/context";
import { fieldRefusal } from "@/lib/kernel/errors";
import { query } from "@/lib/kernel/use-case";
import { simulateInThread } from "../adapters/curtailment-threads";
import { sumOf } from "../core/column";
import { mergeAlike } from "../core/curtailment/merge-alike";
import { type Machine, problemOf } from "../core/curtailment/problem";
import { usdPerThHour } from "../core/curtailment/problem-of-input";
import { CurtailmentSimulation, CurtailmentSimulationInput } from "../core/curtailment/simulation-schemas";
import { tariffPrices } from "../core/curtailment/tariff";
import { hashpricesOf } from "./hourly-hashprices";
import { ownMachines } from "./own-machines";

/** Different machines × hours of one answer; a limit that all share makes each of them dearer. */
const MOST_CELLS = 5_000_000;
const MOST_CELLS_WITH_LIMITS = 1_000_000;

/**
 * When machines had best be off over hours of known prices, and how that compares: with never switching off, with a rule
 * of one price, and with perfect foresight, which is the plan itself and what no decision made in time can beat. The
 * rule is found on the first months and judged on the following ones only. Computed in a thread.
 */
export const simulateCurtailment = query({
  name: "analytics.curtailment.simulate",
  permission: "analytics:read",
  input: CurtailmentSimulationInput,
  output: CurtailmentSimulation,
  async run(ctx, input) {
    const hours = hoursOf(input);
    const [machines, hashprice] = await Promise.all([machinesOf(ctx, input), hashpricesOf(ctx, input, hours.length)]);
    refuseTooLarge(input, hours.length * machines.length);
    const problem = problemOf({
      powerUsdPerMwh: Float64Array.from(hours, ({ price_usd_per_mwh }) => price_usd_per_mwh),
      creditUsdPerMwh: Float64Array.from(hours, ({ credit_usd_per_mwh }) => credit_usd_per_mwh),
      usdPerTh: hashprice.hourly.map((usd) => usdPerThHour(usd, input.pool_fee_pct)),
      machines,
      minOffHours: input.min_off_hours,
      restartHours: input.restart_minutes / 60,
      maxMw: input.max_mw,
      minMw: input.min_mw,
    });
    const facts = {
      start: new Date(input.start).toISOString(),
      hashprice_usd_per_ph_day: sumOf(hashprice.hourly) / hours.length,
      hashprice_source: hashprice.source,
    };
    const byMachine = input.detail === "machines";
    return simulateInThread({ problem, trainMonths: input.train_months, facts, byMachine });
  },
});

function hoursOf({ hours, tariff, start }: CurtailmentSimulationInput) {
  if (!tariff) return hours ?? [];
  return tariffPrices(tariff, Date.parse(start), tariff.hours).map((price_usd_per_mwh) => ({
    price_usd_per_mwh,
    credit_usd_per_mwh: tariff.credit_usd_per_mwh,
  }));
}

/** Those given, or whoever asks' own. Throws `validation` where there are none, `forbidden` where they can't be read. */
async function machinesOf(ctx: QueryCtx, { machines, detail }: CurtailmentSimulationInput): Promise<Machine[]> {
  const known = machines
    ? machines.map(({ id, hashrate_th, power_w, quantity }) => ({
        id,
        hashrateThs: hashrate_th,
        powerW: power_w,
        quantity,
      }))
    : await ownModels(ctx);
  // Nobody asks which of them run: those that are alike are one.
  return detail === "machines" ? known : mergeAlike(known);
}

/** One's own machines, a model each, by its name; by its id too where two models have one name. */
async function ownModels(ctx: QueryCtx): Promise<Machine[]> {
  const rows = await ownMachines(ctx);
  if (rows.length === 0)
    throw fieldRefusal("validation", "machines", "required", "You keep no machines yet: give some here.");
  const names = new Set<string>();
  return [...Map.groupBy(rows, (row) => row.miner_model_id)].flatMap(([modelId, same]) => {
    const [first] = same;
    if (!first) return [];
    const id = names.has(first.miner_model) ? `${first.miner_model} (${modelId})` : first.miner_model;
    names.add(id);
    const quantity = same.reduce((sum, row) => sum + row.quantity, 0);
    return [{ id, hashrateThs: first.hashrate_th, powerW: first.power_w, quantity }];
  });
}

function refuseTooLarge({ max_mw, min_mw }: CurtailmentSimulationInput, cells: number): void {
  const most = max_mw === undefined && min_mw === undefined ? MOST_CELLS : MOST_CELLS_WITH_LIMITS;
  if (cells <= most) return;
  const words = `Different machines times hours are at most ${most.toLocaleString("en")}${most === MOST_CELLS ? "" : " with limits of load"}.`;
  throw fieldRefusal(
    "validation",
    "machines",
    "too_many_cells",
    `${words} Ask for fewer hours, or fewer kinds of machines.`,
  );
}
