"use client";

import { useTranslations } from "next-intl";
import type { Portfolio, PortfolioMachine } from "@/lib/calculator/schemas";
import { Button } from "../ui/button";
import { Figure } from "../ui/figure";
import { type Column, Table } from "../ui/table";
import { useFigures } from "../ui/units-provider";

type Props = {
  items: readonly PortfolioMachine[];
  portfolio: Portfolio;
  /** Null for who may only look. */
  onChoose: ((choice: { what: "change" | "retire"; machines: PortfolioMachine }) => void) | null;
};

/** Each row of machines: what it is, where, at which price of power, and what it earns. */
export function MachineTable({ items, portfolio, onChoose }: Props) {
  const t = useTranslations("portfolio.list");
  const show = useFigures();
  const columns: Column<PortfolioMachine>[] = [
    {
      key: "model",
      header: t("model"),
      cell: ({ miner_model, label }) => (
        <span className="grid py-1">
          <span className="wrap-anywhere text-text">{miner_model}</span>
          {label && <span className="text-xs wrap-anywhere text-subtle">{label}</span>}
        </span>
      ),
    },
    {
      key: "quantity",
      header: t("quantity"),
      numeric: true,
      cell: ({ quantity }) => <Figure {...show.number(quantity)} />,
    },
    { key: "site", header: t("site"), cell: ({ site }) => <span className="wrap-anywhere">{site ?? "–"}</span> },
    {
      key: "price",
      header: t("price"),
      numeric: true,
      cell: ({ electricity_cost }) => (
        <>
          <Figure {...show.powerPrice(electricity_cost ?? portfolio.assumptions.electricity_cost)} />
          {electricity_cost === null && <span className="block text-xs text-subtle">{t("assumed")}</span>}
        </>
      ),
    },
    {
      key: "hashrate",
      header: t("hashrate"),
      numeric: true,
      cell: ({ hashrate_th, quantity }) => (
        <Figure {...show.hashrate(hashrate_th === null ? null : hashrate_th * quantity)} />
      ),
    },
    {
      key: "profit",
      header: t("profit"),
      numeric: true,
      cell: ({ figures }) =>
        figures ? (
          <Figure
            {...show.usd(figures.daily_profit, { signed: true })}
            tone={figures.daily_profit < 0 ? "down" : "up"}
          />
        ) : (
          <span className="text-subtle">{t("waiting")}</span>
        ),
    },
    ...(onChoose
      ? [
          {
            key: "actions",
            header: <span className="sr-only">{t("actions")}</span>,
            actions: true,
            cell: (machines: PortfolioMachine) => (
              <span className="flex gap-1">
                {(["change", "retire"] as const).map((what) => (
                  <Button key={what} variant="quiet" onClick={() => onChoose({ what, machines })}>
                    {t(what)}
                    <span className="sr-only"> {machines.miner_model}</span>
                  </Button>
                ))}
              </span>
            ),
          },
        ]
      : []),
  ];
  return <Table caption={t("title")} columns={columns} rows={items} rowKey={({ id }) => id} />;
}
