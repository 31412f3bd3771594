import { useLocale, useTranslations } from "next-intl";
import type { EventStatus } from "@/lib/admin/schemas";
import { figures } from "@/lib/i18n/figures";
import { RelativeTime } from "../../ui/relative-time";
import { type Column, Table } from "../../ui/table";

type Lag = NonNullable<EventStatus["lag"]>[number];

/** How far each group is behind. */
export function LagTable({ lag }: { lag: readonly Lag[] }) {
  const t = useTranslations("admin.system.events");
  const show = figures(useLocale());
  const columns: Column<Lag>[] = [
    { key: "group", header: t("group"), cell: (row) => <span className="wrap-anywhere text-text">{row.group}</span> },
    { key: "topic", header: t("topic"), cell: (row) => row.topic },
    {
      key: "oldest",
      header: t("waiting"),
      cell: (row) =>
        row.oldest_at === null ? (
          <span className="text-muted">{t("upToDate")}</span>
        ) : (
          <RelativeTime iso={row.oldest_at} />
        ),
    },
    { key: "events", header: t("behind"), numeric: true, cell: (row) => show.number(row.events).text },
  ];
  return (
    <Table
      className="mt-4"
      caption={t("lagCaption")}
      columns={columns}
      rows={lag}
      rowKey={(row) => `${row.group} ${row.topic}`}
    />
  );
}
