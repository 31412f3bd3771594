import { cx } from "class-variance-authority";
import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import { useLocale, useTranslations } from "next-intl";
import { dateText } from "@/lib/i18n/time-format";
import { useFileDrop } from "../../sheet/use-file-drop";
import { Button } from "../../ui/button";
import { Segmented } from "../../ui/segmented";
import type { CurtailmentDraft } from "./curtailment-draft";
import type { PriceFileState } from "./use-price-file";

type Market = CurtailmentDraft["market"];
type Props = { file: PriceFileState; market: Market; onMarket: (market: Market) => void };

const MOST_NAMED = 4;
const MS_PER_HOUR = 3_600_000;

/** Takes a file of hourly prices, dropped or chosen; says what it holds, or which cell of it is wrong. */
export function PriceFileField({ file, market, onMarket }: Props) {
  const t = useTranslations("curtailment.file");
  const locale = useLocale();
  const { prices, isReading, refusal, read } = file;
  const drop = useFileDrop((dropped) => read(dropped, market));
  const last = prices && Date.parse(prices.start) + (prices.usdPerMwh.length - 1) * MS_PER_HOUR;
  return (
    <div className="grid gap-3">
      <Segmented
        name="market"
        label={t("market")}
        options={[
          { value: "day_ahead", label: t("dayAhead") },
          { value: "real_time", label: t("realTime") },
        ]}
        value={market}
        onValueChange={(next) => {
          onMarket(next);
          read(null, next);
        }}
      />
      <section
        aria-label={t("drop")}
        {...drop.zone}
        className={cx(
          "grid justify-items-center gap-2 rounded-md border border-dashed px-3 py-5 text-center transition-colors",
          drop.isOver ? "border-gold bg-raised" : "border-control",
        )}
      >
        <FileSpreadsheet aria-hidden="true" className="size-5 text-subtle" />
        <Button pending={isReading} onClick={drop.choose}>
          {t(prices ? "another" : "choose")}
        </Button>
        <input {...drop.field} aria-label={t("choose")} />
        <p className="text-xs text-subtle">{t("format")}</p>
      </section>
      {refusal && <FileFault refusal={refusal} keepsLast={prices !== null} />}
      {prices && last !== null && (
        <p role="status" className="text-xs text-muted">
          {t("holds", {
            name: prices.name,
            hours: prices.usdPerMwh.length,
            from: dateText(locale, prices.start),
            to: dateText(locale, new Date(last).toISOString()),
          })}
        </p>
      )}
    </div>
  );
}

type FaultProps = { refusal: NonNullable<PriceFileState["refusal"]>; keepsLast: boolean };

/** What is wrong with a file, cell by cell; the one before it still counts. */
function FileFault({ refusal, keepsLast }: FaultProps) {
  const t = useTranslations("curtailment.file");
  const { errors } = refusal;
  const cells = errors.flatMap(({ path }) => {
    const [, row, column] = /^rows\.(\d+)\.(.+)$/.exec(path) ?? [];
    return row && column ? [{ row: Number(row), column }] : [];
  });
  const isHeading = cells.length > 0 && cells.every(({ row }) => row === 1);
  return (
    <div role="alert" className="grid gap-1 border-l-2 border-down pl-3 text-xs">
      <p>
        {isHeading
          ? t("columns", { names: cells.map(({ column }) => column).join(", ") })
          : t(cells.length > 0 ? "cells" : refusal.isPassing ? "unread" : "unusable")}
      </p>
      {!isHeading && cells.length > 0 && (
        <ul className="text-muted">
          {cells.slice(0, MOST_NAMED).map(({ row, column }) => (
            <li key={`${row} ${column}`}>{t("cell", { row, column })}</li>
          ))}
          {cells.length > MOST_NAMED && <li>{t("moreCells", { count: cells.length - MOST_NAMED })}</li>}
        </ul>
      )}
      {keepsLast && <p className="text-muted">{t("keepsLast")}</p>}
    </div>
  );
}
