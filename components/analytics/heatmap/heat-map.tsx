import Download from "lucide-react/icons/download";
import { useLocale, useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { HeatTable } from "@/components/charts/heat-table";
import { saveFile } from "@/components/charts/save-file";
import { tableToPng } from "@/components/charts/table-to-png";
import type { RoiHeatmapAnswer } from "@/lib/analytics/schemas";
import { paths } from "@/lib/paths";
import { Button } from "../../ui/button";
import { Link } from "../../ui/link";
import { Section } from "../../ui/section";
import { toast } from "../../ui/toast";
import { useProvenanceWords } from "../../ui/use-provenance-words";
import { cellHere, cellLink } from "./cell-link";
import { heatCsv } from "./heat-csv";
import type { HeatmapDraft } from "./heatmap-draft";
import { useHeatWords } from "./use-heat-words";

const FILE = "hashinsight-heatmap";
type Cell = { row: number; column: number };

/** The map: each cell an answer of the calculator, and the way to it. One cell is in the order of tabs, arrows do the rest. */
export function HeatMap({ answer, draft }: { answer: RoiHeatmapAnswer; draft: HeatmapDraft }) {
  const t = useTranslations("heatmap");
  const common = useTranslations("common");
  const locale = useLocale();
  const words = useHeatWords(answer);
  const provenance = useProvenanceWords();
  const holder = useRef<HTMLDivElement>(null);
  const [looked, look] = useState<Cell | null>(null);
  const [stop, setStop] = useState<Cell | null>(null);
  const here = cellHere(answer);
  const inOrder = stop ?? here ?? { row: 0, column: 0 };
  const horizon = (answer.rows.length + 1) * 1e6;
  const savePng = async () => {
    try {
      const table = holder.current?.querySelector("table");
      if (!table) throw new Error("The map isn't there.");
      const { market, here: now } = answer;
      const below = [
        t(`over.${answer.against}`),
        `${words.price(now.btc_price)}: ${provenance.whole(market.btc_price)}`,
        `${words.difficulty(now.difficulty)}: ${provenance.whole(market.difficulty)}`,
      ];
      saveFile(`${FILE}.png`, await tableToPng(table, { title: t(`figures.${answer.figure}`), below }));
    } catch {
      toast.error(common("charts.pngFailed"));
    }
  };
  const saveCsv = () =>
    saveFile(`${FILE}.csv`, new Blob(["\ufeff", heatCsv(answer)], { type: "text/csv;charset=utf-8" }));
  return (
    <Section
      id="map"
      title={t(`figures.${answer.figure}`)}
      note={t(`over.${answer.against}`)}
      tools={
        <>
          <Button variant="quiet" title={common("charts.downloadPng")} onClick={savePng}>
            <Download aria-hidden="true" />
            {common("actions.png")}
          </Button>
          <Button variant="quiet" title={common("charts.downloadCsv")} onClick={saveCsv}>
            <Download aria-hidden="true" />
            {common("actions.csv")}
          </Button>
        </>
      }
    >
      <div ref={holder}>
        <HeatTable
          caption={`${t(`figures.${answer.figure}`)}: ${t(`over.${answer.against}`)}`}
          corner={t(`axes.${answer.against}`)}
          columns={answer.prices.map(words.price)}
          rows={answer.rows.map(({ at, values }) => ({ label: words.row(at), values }))}
          format={words.cell}
          now={here}
          // Days to pay back are the better the fewer, and what never pays back is a loss.
          {...(answer.figure === "roi_days"
            ? { weigh: (days: number | null) => (days === null ? -1 : horizon - days), empty: t("neverShort") }
            : {})}
          zero={
            answer.figure === "roi_days"
              ? undefined
              : {
                  header: t("zeroAt"),
                  cells: answer.rows.map(({ zero_price }) => (zero_price === null ? "–" : words.price(zero_price))),
                }
          }
          wrap={(text, row, column) => (
            <Link
              href={paths.calculator(locale, cellLink(draft, answer, { row, column }))}
              prefetch={false}
              tabIndex={row === inOrder.row && column === inOrder.column ? 0 : -1}
              data-cell={`${row}:${column}`}
              aria-label={t("cell", {
                value: text,
                price: words.price(answer.prices[column] ?? 0),
                row: words.row(answer.rows[row]?.at ?? 0),
              })}
              className="absolute inset-0 flex items-center justify-center focus-visible:-outline-offset-2"
            >
              {text}
            </Link>
          )}
          handlers={{
            onPointerOver: (event) => look(cellOf(event.target)),
            onPointerLeave: () => look(null),
            onFocus: (event) => {
              const cell = cellOf(event.target);
              look(cell);
              if (cell) setStop(cell);
            },
            onBlur: () => look(null),
            onKeyDown: move,
          }}
        />
      </div>
      <Looked answer={answer} cell={looked ?? here ?? null} isHere={looked === null} />
      <p className="mt-2 max-w-[76ch] text-xs text-subtle">
        {t(answer.figure === "roi_days" ? "legendDays" : "legend")}
      </p>
    </Section>
  );
}

function cellOf(target: EventTarget): Cell | null {
  const [row, column] =
    (target instanceof Element ? target.closest<HTMLElement>("[data-cell]")?.dataset.cell : "")
      ?.split(":")
      .map(Number) ?? [];
  return row === undefined || column === undefined || Number.isNaN(row) ? null : { row, column };
}

const STEPS: Record<string, readonly [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys go from cell to cell. */
function move(event: KeyboardEvent<HTMLTableElement>): void {
  const cell = cellOf(event.target);
  const step = STEPS[event.key];
  if (!cell || !step) return;
  const next = `${cell.row + step[0]}:${cell.column + step[1]}`;
  const link = event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next}"]`);
  event.preventDefault();
  link?.focus();
}

/** The cell that is looked at, exactly; where none is, the one of today. */
function Looked({ answer, cell, isHere }: { answer: RoiHeatmapAnswer; cell: Cell | null; isHere: boolean }) {
  const t = useTranslations("heatmap");
  const words = useHeatWords(answer);
  const row = cell && answer.rows[cell.row];
  return (
    <p className="mt-3 min-h-6 text-muted">
      {cell && row && (
        <>
          {t(isHere ? "nearest" : "looked", {
            price: words.price(answer.prices[cell.column] ?? 0),
            row: words.row(row.at, 2),
          })}{" "}
          <b className="font-medium text-text">{words.exact(row.values[cell.column] ?? null)}</b>
        </>
      )}
    </p>
  );
}
