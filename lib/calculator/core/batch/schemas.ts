import { z } from "zod";
import { BreakEvenLevel, Machine, TodayFigures } from "../answer-parts";
import { machineFields } from "../machine-fields";
import { MarketInput } from "../market-input";
import { missingMachineField } from "../missing-machine-field";
import { BATCH_LIMITS } from "./batch-limits";

const label = z
  .string({ error: "A label is text." })
  .max(100, { error: "A label has at most 100 characters." })
  .optional()
  .meta({ description: "What you call the machines of the row; it comes back with its figures" });

/** One row, with the defaults filled in: exactly what `POST /api/calculate` takes of a machine. */
export const BatchRow = z
  .strictObject({ ...machineFields, label })
  .superRefine(
    (row, ctx) => {
      const missing = missingMachineField(row);
      if (missing) ctx.addIssue({ code: "custom", path: [missing.path], message: missing.message });
    },
    { when: ({ value }) => typeof value === "object" && value !== null },
  )
  .meta({ id: "BatchRow", description: "A machine as POST /api/calculate takes it; what it leaves out is defaults'" });
export type BatchRow = z.output<typeof BatchRow>;

const NO_ROWS = 'rows must be a list of machines such as [{"miner_model": "Antminer S21 200T", "quantity": 10}].';
const rowsOf = <Row extends z.ZodType>(row: Row) =>
  z
    .array(row, { error: NO_ROWS })
    .min(1, { error: "Give at least one row." })
    .max(BATCH_LIMITS.rows, { error: "At most 10,000 rows at once: send them in parts." });

const besideRows = {
  defaults: z
    .strictObject(machineFields)
    .partial()
    .optional()
    .meta({ description: "What rows have where they say nothing of their own" }),
  market: MarketInput.optional(),
};

/** What `POST /api/batch-calculate` takes, as its readers see it: rows may leave out what `defaults` has. */
export const BatchCalculateInput: z.ZodType = z
  .strictObject({ rows: rowsOf(z.strictObject({ ...machineFields, label }).partial()), ...besideRows })
  .meta({ id: "BatchCalculateInput" });

/** The same, with each row still to be read by itself: one that is wrong leaves the others alone. */
export const BatchRequest = z.strictObject({ rows: rowsOf(z.unknown()), ...besideRows });
export type BatchRequest = z.output<typeof BatchRequest>;

const row = z.int().min(0).meta({ description: "Its place in rows, from 0" });

export const CalculatedRow = TodayFigures.pick({
  daily_revenue: true,
  daily_cost: true,
  daily_profit: true,
  daily_revenue_sats: true,
  hashprice_usd_per_ph_day: true,
}).extend({
  row,
  label: z.string().nullable(),
  ok: z.literal(true),
  machine: Machine,
  quantity: z.number(),
  electricity_cost: z.number().meta({ description: "US dollars per kWh" }),
  break_even: z.object({ cash: BreakEvenLevel }).meta({ description: "Of the energy alone" }),
});
export type CalculatedRow = z.output<typeof CalculatedRow>;

export const RefusedRow = z.object({
  row,
  label: z.string().nullable(),
  ok: z.literal(false),
  errors: z
    .array(z.object({ path: z.string(), code: z.string(), message: z.string() }))
    .meta({ description: "As POST /api/calculate says them; path is the field of the row" }),
});
export type RefusedRow = z.output<typeof RefusedRow>;

export const BatchResult = z.discriminatedUnion("ok", [CalculatedRow, RefusedRow]).meta({ id: "BatchResult" });
export type BatchResult = z.output<typeof BatchResult>;

const usdADay = z.number().meta({ description: "US dollars a day" });

export const BatchTotals = z
  .object({
    rows_ok: z.int(),
    rows_refused: z.int(),
    rows_losing: z.int().meta({ description: "Rows whose machines cost more than they earn today" }),
    machines: z.number().meta({ description: "Sum of the quantities" }),
    hashrate_th: z.number(),
    power_w: z.number(),
    efficiency_j_per_th: z.number().nullable().meta({ description: "Of all together; null without a good row" }),
    daily_revenue: usdADay,
    daily_cost: usdADay,
    daily_profit: usdADay,
    daily_revenue_sats: z.number(),
  })
  .meta({ id: "BatchTotals", description: "Of the rows that are ok" });
export type BatchTotals = z.output<typeof BatchTotals>;
