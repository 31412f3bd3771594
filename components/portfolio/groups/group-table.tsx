import { useLocale, useTranslations } from "next-intl";
import { NO_SITE } from "@/lib/calculator/core/portfolio/list-choices";
import type { PortfolioSummary } from "@/lib/calculator/schemas";
import { powerPriceUnits } from "@/lib/i18n/units";
import { paths } from "@/lib/paths";
import { Figure } from "../../ui/figure";
import { Link } from "../../ui/link";
import { SortLink } from "../../ui/sort-link";
import { type Column, Table } from "../../ui/table";
import { useFigures, useUnits } from "../../ui/units-provider";
import { type GroupSort, nextOrder, type PortfolioQuery, type Sorted, unfiltered } from "../portfolio-query";

type Groups = PortfolioSummary["by_model"];
/** `group` undefined: all groups that are not told one by one. */
type Row = Omit<Groups["items"][number], "group"> & { group?: string | null };

type Props = {
  by: "model" | "site";
  items: Groups["items"];
  /** All groups that are not told one by one, and how many those are. */
  others: Groups["others"];
  othersCount: number;
  query: PortfolioQuery;
  sorted: { by: GroupSort; way: "ascending" | "descending" };
  here: (over: PortfolioQuery) => string;
};

/** What each model or site has and earns a day, and the price of power up to which it pays. */
export function GroupTable({ by, items, others, othersCount, query, sorted, here }: Props) {
  const t = useTranslations("portfolio.groups");
  const show = useFigures();
  const { powerPrice } = useUnits().units;
  const column = (key: GroupSort, cell: (row: Row) => React.ReactNode, header = t(`sorts.${key}`)): Column<Row> => {
    const way: Sorted = sorted.by === key ? sorted.way : undefined;
    const href = here({ groups: key, groups_order: nextOrder(key === "name", way) });
    const head = (
      <SortLink href={href} sorted={way}>
        {header}
      </SortLink>
    );
    return { key, header: head, label: header, sorted: way, numeric: key !== "name", cell };
  };
  const columns = [
    column("name", (row) => <GroupName {...{ row, by, query }} />, t(by)),
    column("machines", ({ machines }) => <Figure {...show.number(machines)} />),
    column("hashrate", ({ hashrate_th }) => <Figure {...show.hashrate(hashrate_th)} />),
    column("power", ({ power_w }) => <Figure {...show.power(power_w)} />),
    column("profit", ({ daily_profit }) => (
      <Figure {...show.usd(daily_profit, { signed: true })} tone={daily_profit < 0 ? "down" : "up"} />
    )),
    column("break_even", ({ break_even_usd_per_kwh }) => (
      <Figure {...show.powerPrice(break_even_usd_per_kwh, { digits: powerPriceUnits[powerPrice].digits[1] })} />
    )),
  ];
  const rest: Row[] = others ? [{ ...others, name: t("others", { count: othersCount }) }] : [];
  return (
    <Table
      caption={t(by === "model" ? "byModel" : "bySite")}
      columns={columns}
      rows={[...items, ...rest]}
      rowKey={({ group, name }) => (group === undefined ? "others" : `${group === null} ${name}`)}
    />
  );
}

/** The group's name, which leads to its rows; and that some of it loses money, in words. */
function GroupName({ row, by, query }: { row: Row; by: Props["by"]; query: PortfolioQuery }) {
  const t = useTranslations("portfolio.groups");
  const locale = useLocale();
  const { group, losing_machines: losing } = row;
  const name = row.name ?? t("noSite");
  return (
    <span className="grid py-1">
      {group === undefined ? (
        <span className="text-muted">{name}</span>
      ) : (
        <Link
          href={paths.portfolioRows(locale, { ...unfiltered(query), [by]: group ?? NO_SITE })}
          className="touch inline-flex w-fit items-center text-text underline-offset-4 wrap-anywhere hover:underline"
        >
          {name}
        </Link>
      )}
      {losing > 0 && <span className="text-xs text-down">{t("losing", { count: losing })}</span>}
    </span>
  );
}
