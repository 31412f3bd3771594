import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { AuditItem } from "@/lib/audit/schemas";
import { figures } from "@/lib/i18n/figures";
import { absoluteTime } from "@/lib/i18n/time-format";
import { Figure } from "../ui/figure";
import { type Column, Table } from "../ui/table";
import { ActorName } from "./actor-name";
import { shortId, useActionName, useAuditNames } from "./names";

type Props = {
  items: readonly AuditItem[];
  /** The page's address with this entry open beside the list. */
  hrefOf: Record<string, string>;
};

/** What was done to what, by whom and when; each row opens its entry. */
export function EntryTable({ items, hrefOf }: Props) {
  const t = useTranslations("audit");
  const locale = useLocale();
  const names = useAuditNames();
  const actionOf = useActionName();
  const show = figures(locale);
  const columns: Column<AuditItem>[] = [
    {
      key: "what",
      header: t("what"),
      cell: (item) => (
        <Link
          href={hrefOf[item.id] ?? ""}
          scroll={false}
          className="touch inline-flex items-center wrap-anywhere text-text underline-offset-4 hover:underline"
        >
          {actionOf(item.use_case)}
        </Link>
      ),
    },
    {
      key: "thing",
      header: t("thing"),
      cell: (item) => (
        <span className="wrap-anywhere" title={item.entity_id}>
          {names.entity(item.entity)} <span className="text-subtle">{shortId(item.entity_id)}</span>
        </span>
      ),
    },
    { key: "who", header: t("who"), cell: (item) => <ActorName actor={item.actor} /> },
    {
      key: "when",
      header: t("when"),
      cell: (item) => (
        <time dateTime={item.at} title={item.at} className="whitespace-nowrap">
          {absoluteTime(locale, item.at)}
        </time>
      ),
    },
    {
      key: "seq",
      header: t("number"),
      numeric: true,
      cell: (item) =>
        item.seq === null ? (
          <span className="text-subtle">{t("notSealed")}</span>
        ) : (
          <Figure {...show.number(item.seq, { digits: 0 })} />
        ),
    },
  ];
  return <Table caption={t("title")} columns={columns} rows={items} rowKey={(item) => item.id} />;
}
