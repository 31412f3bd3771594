import { setImmediate as breathe } from "node:timers/promises";
import { isoDate } from "@/lib/kernel/calendar";
import type { QueryCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { query } from "@/lib/kernel/use-case";
import { catalogue, resolveModel } from "@/lib/machines/index";
import { BATCH_LIMITS } from "../core/batch/batch-limits";
import { type BatchFacts, batchRow, type FindMachine } from "../core/batch/batch-row";
import { batchTotals } from "../core/batch/batch-totals";
import { BatchRequest, type BatchResult } from "../core/batch/schemas";
import { BatchCalculateOutput } from "../schemas";
import { findMarket } from "./find-market";

/** So many rows take a few milliseconds; then whoever else waits has their turn. */
const ROWS_AT_A_TIME = 250;

/**
 * What whole fleets earn today, row by row: each as `calculateProfitability` has it, to the last bit. A row that is wrong
 * says so, the others go on. Throws `unauthenticated` where a visitor sends more rows than visitors may.
 */
export const calculateBatch = query({
  name: "calculator.batch.calculate",
  permission: "public",
  input: BatchRequest,
  output: BatchCalculateOutput,
  async run(ctx, { rows, defaults = {}, market: given }) {
    if (ctx.actor.kind === "anonymous" && rows.length > BATCH_LIMITS.visitorRows) throw needsSignIn(rows.length);
    const today = isoDate(ctx.now().getTime());
    const market = await findMarket(ctx, { market: given }, today);
    const find = namesAnyModel(rows, defaults) ? await machineFinder(ctx) : nothingFound;
    const results = await calculated(rows, { market, today, defaults, find });
    return { results, totals: batchTotals(results), market };
  },
});

async function calculated(rows: readonly unknown[], facts: BatchFacts): Promise<BatchResult[]> {
  const results: BatchResult[] = [];
  for (const [at, row] of rows.entries()) {
    if (at > 0 && at % ROWS_AT_A_TIME === 0) await breathe();
    results.push(batchRow(row, at, facts));
  }
  return results;
}

const needsSignIn = (rows: number) =>
  new AppError(
    "unauthenticated",
    `Up to ${BATCH_LIMITS.visitorRows} rows need no sign-in; these are ${rows.toLocaleString("en")}. Sign in to send up to ${BATCH_LIMITS.rows.toLocaleString("en")} at once.`,
  );

/** Machines given by their numbers need no catalogue. */
const namesAnyModel = (rows: readonly unknown[], defaults: object): boolean =>
  "miner_model" in defaults || rows.some((row) => typeof row === "object" && row !== null && "miner_model" in row);

const nothingFound: FindMachine = () => ({ model: null, suggestions: [] });

/** Each name is read once: a fleet has thousands of rows, and a dozen models. */
async function machineFinder(ctx: QueryCtx): Promise<FindMachine> {
  const models = await catalogue(ctx);
  const known = new Map<string, ReturnType<FindMachine>>();
  return (name) => {
    const found = known.get(name) ?? resolveModel(models, name);
    known.set(name, found);
    return found;
  };
}
