import {
  ASSUMED_ELECTRICITY_USD_PER_KWH,
  energyKwhDay,
  paidHashrateTh,
  resolveTerms,
  unknownModelError,
} from "@/lib/calculator/index";
import type { CalculateInput } from "@/lib/calculator/schemas";
import type { QueryCtx } from "@/lib/kernel/context";
import { AppError, type FieldError, fieldRefusal } from "@/lib/kernel/errors";
import { catalogue, resolveModel } from "@/lib/machines/index";
import type { FleetRow } from "../core/replay/fleet-row";
import type { HistoricalReplay } from "../schemas";
import { ownMachines } from "./own-machines";

export type Fleet = {
  rows: FleetRow[];
  /** Machines without a price of power of their own. */
  atAssumedPrice: number;
  /** Machines of which nobody said what was paid. */
  withoutCost: number;
};

/** The machines that a replay is about: those that it names, or one's own. Throws `validation` with all unknown names. */
export function fleetOf(ctx: QueryCtx, asked: HistoricalReplay): Promise<Fleet> {
  return asked.machines ? namedFleet(ctx, asked, asked.machines) : ownFleet(ctx, asked);
}

async function namedFleet(
  ctx: QueryCtx,
  asked: HistoricalReplay,
  machines: NonNullable<HistoricalReplay["machines"]>,
): Promise<Fleet> {
  const models = await catalogue(ctx);
  const errors: FieldError[] = [];
  const fleet: Fleet = { rows: [], atAssumedPrice: 0, withoutCost: 0 };
  for (const [index, { cost_usd = null, since, ...machine }] of machines.entries()) {
    const isGiven = machine.hashrate_th !== undefined && machine.power_w !== undefined;
    const name = isGiven ? undefined : machine.miner_model;
    const found = name === undefined ? undefined : resolveModel(models, name);
    if (name !== undefined && !found?.model) {
      const error = unknownModelError(name, found?.suggestions ?? []);
      errors.push({ ...error, path: `machines.${index}.${error.path}` });
      continue;
    }
    add(fleet, asked, { machine, model: found?.model ?? null, costUsd: cost_usd, since: since ?? null });
  }
  if (errors.length > 0) throw new AppError("validation", "Some machines are not known.", { errors });
  return fleet;
}

async function ownFleet(ctx: QueryCtx, asked: HistoricalReplay): Promise<Fleet> {
  const fleet: Fleet = { rows: [], atAssumedPrice: 0, withoutCost: 0 };
  for (const { hashrate_th, power_w, quantity, electricity_cost, cost_usd, purchased_at } of await ownMachines(ctx))
    add(fleet, asked, {
      machine: { hashrate_th, power_w, quantity, electricity_cost: electricity_cost ?? undefined },
      model: null,
      costUsd: cost_usd,
      since: purchased_at?.slice(0, 10) ?? null,
    });
  if (fleet.rows.length === 0)
    throw fieldRefusal("validation", "machines", "no_machines", "You have no machines yet: add some, or name them.");
  return fleet;
}

type Given = {
  machine: Omit<Partial<CalculateInput>, "electricity_cost"> & { electricity_cost?: number | undefined };
  model: Parameters<typeof resolveTerms>[1];
  costUsd: number | null;
  since: string | null;
};

/** A row as the calculator has it, with the replay's own terms. */
function add(fleet: Fleet, asked: HistoricalReplay, { machine, model, costUsd, since }: Given): void {
  const { pool_method, pool_fee_pct, pool_fee2_pct, uptime_pct, rejected_pct } = asked;
  const electricity_cost = machine.electricity_cost ?? asked.electricity_cost ?? ASSUMED_ELECTRICITY_USD_PER_KWH;
  const input = { pool_method, pool_fee_pct, pool_fee2_pct, uptime_pct, rejected_pct, ...machine, electricity_cost };
  const terms = resolveTerms(input, model, asked.from);
  if (machine.electricity_cost === undefined) fleet.atAssumedPrice += terms.quantity;
  if (costUsd === null) fleet.withoutCost += terms.quantity;
  fleet.rows.push({
    quantity: terms.quantity,
    hashrateTh: terms.machine.hashrate_th * terms.quantity,
    paidTh: paidHashrateTh(terms),
    energyUsdDay: energyKwhDay(terms) * terms.electricityUsdPerKwh,
    costUsd: costUsd ?? 0,
    since: asked.count_from === "purchase" ? since : null,
  });
}
