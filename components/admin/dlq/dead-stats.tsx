import { useLocale, useTranslations } from "next-intl";
import type { DeadStat } from "@/lib/admin/core/dlq/schemas";
import { figures } from "@/lib/i18n/figures";
import { RelativeTime } from "../../ui/relative-time";
import { type Column, Table } from "../../ui/table";

/** How much is dead, by group and topic. */
export function DeadStats({ stats }: { stats: readonly DeadStat[] }) {
  const t = useTranslations("admin.dlq");
  const show = figures(useLocale());
  const columns: Column<DeadStat>[] = [
    { key: "group", header: t("group"), cell: (row) => <span className="wrap-anywhere text-text">{row.group}</span> },
    { key: "topic", header: t("topic"), cell: (row) => row.topic },
    { key: "oldest", header: t("oldest"), cell: (row) => <RelativeTime iso={row.oldest_at} /> },
    { key: "failed", header: t("failed"), numeric: true, cell: (row) => show.number(row.failed).text },
    { key: "blocked", header: t("blocked"), numeric: true, cell: (row) => show.number(row.blocked).text },
    { key: "aggregates", header: t("aggregates"), numeric: true, cell: (row) => show.number(row.aggregates).text },
  ];
  return <Table caption={t("stats")} columns={columns} rows={stats} rowKey={(row) => `${row.group} ${row.topic}`} />;
}
