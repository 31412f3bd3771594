import { inlineFigure } from "@/lib/i18n/inline-figure";
import { BREAK_EVEN_LEVELS } from "../break-even-keys";
import type { ReportScenario } from "../report";
import type { Words } from "../words";
import { Part } from "./frame";
import { type PdfColumn, PdfTable } from "./table";

type Level = (typeof BREAK_EVEN_LEVELS)[number];

/** Where each level stops paying, by each figure that could move, all else as it is. */
export function BreakEvenPart({ scenario, words }: { scenario: ReportScenario; words: Words }) {
  const { t, page, show } = words;
  const { break_even } = scenario.result;
  const or = (value: number | null, text: (value: number) => string) =>
    value === null ? page("breakEven.none") : text(value);
  const figure = (key: string, header: string, cell: (level: Level) => string): PdfColumn<Level> => ({
    key,
    header,
    flex: 1,
    numeric: true,
    cell,
  });
  const columns: PdfColumn<Level>[] = [
    {
      key: "level",
      header: page("breakEven.level"),
      flex: 1.9,
      cell: (level) => `${page(`breakEven.${level}`)}${t("separator")}${page(`breakEven.${level}Hint`)}`,
    },
    figure("power", page("breakEven.power"), (level) =>
      or(break_even[level].electricity_usd_per_mwh, (value) => inlineFigure(show.powerPrice(value / 1000))),
    ),
    figure("price", page("breakEven.price"), (level) =>
      or(break_even[level].btc_price_usd, (value) => show.usd(value, { digits: 0 }).text),
    ),
    figure("difficulty", page("breakEven.difficulty"), (level) =>
      or(break_even[level].difficulty, (value) => inlineFigure(show.difficulty(value))),
    ),
    figure("hashprice", page("breakEven.hashprice"), (level) =>
      or(break_even[level].hashprice_usd_per_ph_day, (value) => show.usd(value).text),
    ),
    figure("efficiency", page("breakEven.efficiency"), (level) =>
      or(break_even[level].efficiency_j_per_th, (value) => inlineFigure(show.efficiency(value))),
    ),
  ];
  return (
    <Part title={page("breakEven.title")} note={page("breakEven.note")}>
      <PdfTable columns={columns} rows={BREAK_EVEN_LEVELS} />
    </Part>
  );
}
