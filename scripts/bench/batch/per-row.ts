import { batchRow } from "@/lib/calculator/core/batch/batch-row";
import { calculate } from "@/lib/calculator/core/calculate";
import { marketOfInput } from "@/lib/calculator/core/market-facts";
import { CalculateInput } from "@/lib/calculator/schemas";
import type { Row } from "../bench";
import { EXAMPLE_CONDITIONS } from "../example-conditions";
import { mediansInTurn } from "../median-ms";
import { rowOfRuns } from "../row-of-runs";

/** A row of a batch, parsed and computed, against the single calculation of the same machine, in one process. */
export async function perRow(say: (line: string) => void): Promise<Row[]> {
  say("a row of a batch against the single calculation");
  const market = marketOfInput(EXAMPLE_CONDITIONS.market);
  if (!market) throw new Error("the bench gives its whole market");
  const today = "2026-01-01";
  const row = { hashrate_th: 200, power_w: 3500, quantity: 10, electricity_cost: 0.06 };
  const facts = { market, today, defaults: {}, find: () => ({ model: null, suggestions: [] }) };
  const [batch = [], single = []] = await mediansInTurn(
    [() => batchRow(row, 0, facts), () => calculate(CalculateInput.parse(row), { model: null, market, today })],
    1000,
  );
  const peer = { name: "the single calculation, parsed and computed", values: single };
  return [rowOfRuns(batch, { name: "a row of a batch", unit: "µs", peer })];
}
