import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { DeadItem } from "@/lib/admin/core/dlq/schemas";
import { figures } from "@/lib/i18n/figures";
import { RelativeTime } from "../../ui/relative-time";
import { type Column, Table } from "../../ui/table";
import { StateMark } from "../state-mark";

type Props = {
  items: readonly DeadItem[];
  /** The page's address with this event open beside the list. */
  hrefOf: Record<string, string>;
};

/** Events that are dead, the newest first; each row opens its event. */
export function DeadTable({ items, hrefOf }: Props) {
  const t = useTranslations("admin.dlq");
  const show = figures(useLocale());
  const columns: Column<DeadItem>[] = [
    {
      key: "kind",
      header: t("event"),
      cell: (item) => (
        <span className="grid py-1">
          <Link
            href={hrefOf[item.event_id] ?? ""}
            scroll={false}
            className="touch inline-flex items-center wrap-anywhere text-text underline-offset-4 hover:underline"
          >
            {item.kind}
          </Link>
          <span className="text-xs text-subtle">{item.group}</span>
        </span>
      ),
    },
    {
      key: "aggregate",
      header: t("aggregate"),
      cell: (item) => (
        <span className="grid py-1">
          <span className="wrap-anywhere">{item.aggregate_key}</span>
          <span className="text-xs text-subtle">{t("version", { version: item.aggregate_version })}</span>
        </span>
      ),
    },
    {
      key: "why",
      header: t("why"),
      cell: (item) =>
        item.reason === "blocked" ? (
          <StateMark tone="off">{t("waitsBehind")}</StateMark>
        ) : (
          <span className="grid gap-0.5 py-1">
            <StateMark tone="bad">{item.error_kind ?? t("states.failed")}</StateMark>
            <span className="line-clamp-2 max-w-[60ch] text-xs wrap-anywhere text-muted">{item.error_message}</span>
          </span>
        ),
    },
    { key: "at", header: t("failedAt"), cell: (item) => <RelativeTime iso={item.failed_at} /> },
    { key: "tries", header: t("tries"), numeric: true, cell: (item) => show.number(item.retry_count).text },
  ];
  return (
    <Table caption={t("events")} columns={columns} rows={items} rowKey={(item) => `${item.group} ${item.event_id}`} />
  );
}
