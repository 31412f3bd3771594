import { z } from "zod";
import { AppError, type FieldError } from "@/lib/kernel/errors";
import { fileField } from "@/lib/kernel/file-field";
import { wordField } from "@/lib/kernel/number-field";
import { parseNumber } from "@/lib/kernel/parse-number";

export const ReadPriceFile = z.strictObject({
  file: fileField("hour_start_utc and da_price_usd_mwh, or rt_q1 to rt_q4, as ERCOT's hubs have them"),
  market: wordField("market", ["day_ahead", "real_time"])
    .default("day_ahead")
    .meta({ description: "real_time: the mean of the hour's four quarters" }),
});

export const PriceFile = z
  .object({
    start: z.iso.datetime(),
    hours: z.array(z.object({ price_usd_per_mwh: z.number() })),
  })
  .meta({ id: "PriceFile", description: "As POST /api/analytics/curtailment-simulation takes them" });
export type PriceFile = z.output<typeof PriceFile>;

const COLUMNS = { day_ahead: ["da_price_usd_mwh"], real_time: ["rt_q1", "rt_q2", "rt_q3", "rt_q4"] } as const;
const HOUR = "hour_start_utc";
const MS_PER_HOUR = 3_600_000;
const MOST_ERRORS = 100;

type Row = { row: number; cells: readonly string[] };

/**
 * The hours of a file in ERCOT's shape, the headings first, in any order of columns. Throws `validation` with what is
 * wrong in which row and column: no hour, no price, or an hour that doesn't follow the one before.
 */
export function hoursOfFile([heading, ...rows]: readonly Row[], market: keyof typeof COLUMNS): PriceFile {
  const names = heading?.cells.map((cell) => cell.toLowerCase()) ?? [];
  const wanted = [HOUR, ...COLUMNS[market]];
  const missing = wanted.filter((name) => !names.includes(name));
  const [first] = rows;
  if (missing.length > 0 || !first) throw broken(missing.map((name) => fault(1, name, `There is no column ${name}.`)));
  const errors: FieldError[] = [];
  const startMs = hourOf(first.cells[names.indexOf(HOUR)]);
  const hours = rows.map(({ row, cells }, index) => {
    const ms = hourOf(cells[names.indexOf(HOUR)]);
    if (Number.isNaN(ms)) errors.push(fault(row, HOUR, "This is no full hour such as 2024-01-31T08:00:00Z."));
    else if (ms !== startMs + index * MS_PER_HOUR)
      errors.push(
        fault(row, HOUR, "This hour doesn't follow the row before it: hours must have no gap and no repeat."),
      );
    const prices = COLUMNS[market].map((name) => {
      const price = parseNumber(cells[names.indexOf(name)] ?? "");
      if (price === null || Math.abs(price) > 100_000) errors.push(fault(row, name, "This is no price of a MWh."));
      return price ?? 0;
    });
    return { price_usd_per_mwh: prices.reduce((sum, price) => sum + price, 0) / prices.length };
  });
  if (errors.length > 0) throw broken(errors);
  return { start: new Date(startMs).toISOString(), hours };
}

function hourOf(text = ""): number {
  const ms = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:00(:00(\.0+)?)?(Z|\+00:00)?$/.test(text)
    ? Date.parse(`${text.slice(0, 10)}T${text.slice(11, 13)}:00:00Z`)
    : Number.NaN;
  return ms;
}

const fault = (row: number, column: string, message: string): FieldError => ({
  path: `rows.${row}.${column}`,
  code: "invalid",
  message,
});

const broken = (errors: FieldError[]) =>
  new AppError("validation", "The file's prices can't be used.", { errors: errors.slice(0, MOST_ERRORS) });
