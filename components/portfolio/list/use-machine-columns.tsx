import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { PortfolioMachine } from "@/lib/calculator/schemas";
import { dateText } from "@/lib/i18n/time-format";
import { paths } from "@/lib/paths";
import { Figure } from "../../ui/figure";
import { SortLink } from "../../ui/sort-link";
import type { Column } from "../../ui/table";
import { useFigures } from "../../ui/units-provider";
import { nextOrder, type PortfolioQuery } from "../portfolio-query";

type Sort = Exclude<NonNullable<PortfolioQuery["sort"]>, "added">;

/** Each row of machines: what it is, where, at which price of power, and what it earns, or since when it is retired. */
export function useMachineColumns(assumedPrice: number, query: PortfolioQuery): Column<PortfolioMachine>[] {
  const t = useTranslations("portfolio.list");
  const locale = useLocale();
  const show = useFigures();
  const column = (key: Sort, cell: (row: PortfolioMachine) => ReactNode): Column<PortfolioMachine> => {
    const isWords = key === "model" || key === "site";
    const sorted = query.sort === key ? (query.order === "asc" ? "ascending" : "descending") : undefined;
    const href = paths.portfolio(locale, { ...query, sort: key, order: nextOrder(isWords, sorted) });
    const head = (
      <SortLink href={href} sorted={sorted}>
        {t(key)}
      </SortLink>
    );
    return { key, header: head, label: t(key), sorted, numeric: !isWords, cell };
  };
  const retired: Column<PortfolioMachine> = {
    key: "retired",
    header: t("retired"),
    cell: ({ retired_at }) => <span className="whitespace-nowrap">{retired_at && dateText(locale, retired_at)}</span>,
  };
  return [
    column("model", ({ miner_model, label }) => (
      <span className="grid py-1">
        <span className="wrap-anywhere text-text">{miner_model}</span>
        {label && <span className="text-xs wrap-anywhere text-subtle">{label}</span>}
      </span>
    )),
    column("quantity", ({ quantity }) => <Figure {...show.number(quantity)} />),
    column("site", ({ site }) => <span className="wrap-anywhere">{site ?? "–"}</span>),
    column("price", ({ electricity_cost }) => (
      <>
        <Figure {...show.powerPrice(electricity_cost ?? assumedPrice)} />
        {electricity_cost === null && <span className="block text-xs text-subtle">{t("assumed")}</span>}
      </>
    )),
    column("hashrate", ({ hashrate_th, quantity }) => (
      <Figure {...show.hashrate(hashrate_th === null ? null : hashrate_th * quantity)} />
    )),
    query.show === "retired" ? retired : column("profit", ({ figures }) => <Profit figures={figures} />),
  ];
}

function Profit({ figures }: Pick<PortfolioMachine, "figures">) {
  const t = useTranslations("portfolio.list");
  const show = useFigures();
  if (!figures) return <span className="text-subtle">{t("waiting")}</span>;
  const loses = figures.daily_profit < 0;
  return (
    <>
      <Figure {...show.usd(figures.daily_profit, { signed: true })} tone={loses ? "down" : "up"} />
      {loses && <span className="block text-xs text-down">{t("loses")}</span>}
    </>
  );
}
