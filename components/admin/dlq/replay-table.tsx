import { useLocale, useTranslations } from "next-intl";
import type { ReplayItem } from "@/lib/admin/core/dlq/schemas";
import { figures } from "@/lib/i18n/figures";
import { RelativeTime } from "../../ui/relative-time";
import { type Column, Table } from "../../ui/table";
import { StateMark, type Tone } from "../state-mark";

const TONES: Record<ReplayItem["state"], Tone> = { waiting: "low", done: "good", incomplete: "bad" };

/** Who had what replayed, why, and what came of it. */
export function ReplayTable({ items }: { items: readonly ReplayItem[] }) {
  const t = useTranslations("admin.dlq.replays");
  const show = figures(useLocale());
  const columns: Column<ReplayItem>[] = [
    { key: "when", header: t("when"), cell: (item) => <RelativeTime iso={item.requested_at} /> },
    { key: "who", header: t("who"), cell: (item) => <span className="wrap-anywhere">{item.requested_by}</span> },
    {
      key: "why",
      header: t("why"),
      cell: (item) => <span className="line-clamp-3 max-w-[50ch] wrap-anywhere">{item.reason}</span>,
    },
    { key: "what", header: t("what"), cell: (item) => <What item={item} /> },
    {
      key: "state",
      header: t("state"),
      cell: (item) => (
        <span className="grid gap-0.5 py-1">
          <StateMark tone={TONES[item.state]}>{t(`states.${item.state}`)}</StateMark>
          {item.fault && <span className="max-w-[50ch] text-xs wrap-anywhere text-muted">{item.fault}</span>}
        </span>
      ),
    },
    {
      key: "replayed",
      header: t("replayed"),
      numeric: true,
      cell: (item) =>
        item.planned === null
          ? show.number(item.replayed).text
          : t("of", { done: show.number(item.replayed).text, planned: show.number(item.planned).text }),
    },
    { key: "failed", header: t("failed"), numeric: true, cell: (item) => show.number(item.failed).text },
  ];
  return <Table caption={t("title")} columns={columns} rows={items} rowKey={(item) => item.id} />;
}

function What({ item: { group, aggregate_key, hours, most } }: { item: ReplayItem }) {
  const t = useTranslations("admin.dlq.replays");
  const parts = [
    group,
    aggregate_key,
    hours !== null && t("hours", { hours }),
    most !== null && t("most", { most }),
  ].filter((part) => typeof part === "string");
  return <span className="wrap-anywhere">{parts.length > 0 ? parts.join(" · ") : t("all")}</span>;
}
