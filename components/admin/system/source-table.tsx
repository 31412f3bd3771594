import { useLocale, useTranslations } from "next-intl";
import type { SourceStatus } from "@/lib/admin/schemas";
import { figures } from "@/lib/i18n/figures";
import { RelativeTime } from "../../ui/relative-time";
import { type Column, Table } from "../../ui/table";
import { StateMark, type Tone } from "../state-mark";
import { useSystemNames } from "./names";

const TONES: Record<SourceStatus["state"], Tone> = { ok: "good", unsteady: "low", failing: "bad", off: "off" };

/** Where market data comes from, call by call. */
export function SourceTable({ sources }: { sources: readonly SourceStatus[] }) {
  const t = useTranslations("admin.system.sources");
  const names = useSystemNames();
  const show = figures(useLocale());
  const columns: Column<SourceStatus>[] = [
    {
      key: "source",
      header: t("source"),
      cell: (row) => (
        <span className="grid py-1">
          <span className="text-text">{names.source(row.source)}</span>
          <span className="text-xs text-subtle">{row.feed}</span>
        </span>
      ),
    },
    {
      key: "state",
      header: t("state"),
      cell: (row) => <StateMark tone={TONES[row.state]}>{t(`states.${row.state}`)}</StateMark>,
    },
    {
      key: "ok",
      header: t("lastOk"),
      cell: (row) =>
        row.last_ok_at === null ? (
          <span className="text-muted">{t("never")}</span>
        ) : (
          <RelativeTime iso={row.last_ok_at} />
        ),
    },
    { key: "next", header: t("nextTry"), cell: (row) => <RelativeTime iso={row.next_try_at} /> },
    {
      key: "fault",
      header: t("fault"),
      cell: (row) => (
        <span className="wrap-anywhere text-muted">
          {row.fault_kind === null ? t("noFault") : (row.fault ?? names.fault(row.fault_kind))}
        </span>
      ),
    },
    { key: "failures", header: t("failures"), numeric: true, cell: (row) => show.number(row.failures).text },
  ];
  return <Table caption={t("title")} columns={columns} rows={sources} rowKey={(row) => row.feed} />;
}
