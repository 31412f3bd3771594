import { setImmediate as breathe } from "node:timers/promises";
import { z } from "zod";
import { isoDate } from "@/lib/kernel/calendar";
import type { Ctx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { command } from "@/lib/kernel/use-case";
import { keeperOf, type OpenedFleet, openFleet, resolveModel } from "@/lib/machines/index";
import type { BatchFacts } from "../../core/batch/batch-row";
import { computedFleet } from "../../core/fleet/computed-fleet";
import { fleetRow, withAssumedPrice } from "../../core/fleet/fleet-row";
import type { FleetDefaults } from "../../core/fleet/schemas";
import { storeFleetResult } from "../../data/fleet-results";
import type { FleetResultRow, MarketFacts } from "../../schemas";
import { FleetCalculation } from "../../work";
import { findMarket } from "../find-market";

const ROWS_AT_A_TIME = 250;

/** What a list's machines earn at the market of now. Another try reads the list again and puts its result in place. */
export const calculateFleet = command({
  name: FleetCalculation.name,
  permission: "system",
  routine: "Figures follow from the list, which is in the log as it was sent.",
  input: FleetCalculation.input,
  output: z.object({ rows: z.int(), wrong: z.int() }),
  async run(ctx, { file_id: fileId, defaults }) {
    const keeper = keeperOf(ctx);
    const fleet = await openFleet(ctx, fileId);
    const today = isoDate(ctx.now().getTime());
    const market = await inOwnUnit(ctx, "calculator.fleet.market", (own) => findMarket(own, {}, today));
    const find: BatchFacts["find"] = (name) => resolveModel(fleet.models, name);
    const rows = await computed(ctx, fleet, { market, today, defaults, find });
    const computedAt = ctx.now().toISOString();
    const summary = computedFleet(fleet.summary, rows, { market, defaults, computedAt, find });
    await storeFleetResult(ctx, keeper, { fileId, summary, rows });
    return { rows: rows.length, wrong: summary.counts.wrong };
  },
});

type Ground = { market: MarketFacts; today: string; defaults: FleetDefaults; find: BatchFacts["find"] };

async function computed(ctx: Ctx, { rows }: OpenedFleet, { defaults, ...ground }: Ground): Promise<FleetResultRow[]> {
  const facts = { ...ground, defaults: withAssumedPrice(defaults) };
  const results: FleetResultRow[] = [];
  for (const [at, row] of rows.entries()) {
    if (at % ROWS_AT_A_TIME === 0) {
      ctx.work?.signal.throwIfAborted();
      ctx.work?.progress(at, rows.length);
      await breathe();
    }
    results.push(fleetRow(row, facts, defaults));
  }
  return results;
}
