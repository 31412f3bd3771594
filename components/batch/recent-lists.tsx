"use client";

import { useLocale, useTranslations } from "next-intl";
import { paths } from "@/lib/paths";
import { Figure } from "../ui/figure";
import { Link } from "../ui/link";
import { RelativeTime } from "../ui/relative-time";
import { Section } from "../ui/section";
import { Table } from "../ui/table";
import { useFigures } from "../ui/units-provider";

/** A list that was handed in; its figures are null where it was never computed. */
export type RecentList = {
  id: string;
  file_name: string;
  created_at: string;
  machines: number | null;
  daily_profit: number | null;
  isKept: boolean;
};

/** The lists that the reader handed in last, each at its address. */
export function RecentLists({ lists }: { lists: readonly RecentList[] }) {
  const t = useTranslations("batch.recent");
  const show = useFigures();
  const locale = useLocale();
  if (lists.length === 0) return null;
  return (
    <Section id="recent" title={t("title")}>
      <Table
        caption={t("title")}
        rowKey={({ id }) => id}
        rows={lists}
        columns={[
          {
            key: "list",
            header: t("list"),
            cell: ({ id, file_name, isKept }) => (
              <span className="flex flex-wrap items-center gap-x-3">
                <Link
                  href={paths.batchList(locale, id)}
                  className="touch inline-flex items-center wrap-anywhere text-text underline underline-offset-4 hover:text-gold"
                >
                  {file_name}
                </Link>
                {isKept && <span className="text-xs text-subtle">{t("kept")}</span>}
              </span>
            ),
          },
          { key: "sent", header: t("sent"), cell: ({ created_at }) => <RelativeTime iso={created_at} /> },
          {
            key: "machines",
            header: t("machines"),
            numeric: true,
            cell: ({ machines }) => <Figure {...show.number(machines)} />,
          },
          {
            key: "profit",
            header: t("profit"),
            numeric: true,
            cell: ({ daily_profit: profit }) =>
              profit === null ? (
                <span className="text-subtle">{t("open")}</span>
              ) : (
                <Figure {...show.usd(profit, { signed: true })} tone={profit < 0 ? "down" : "up"} />
              ),
          },
        ]}
      />
    </Section>
  );
}
