import { useTranslations } from "next-intl";
import type { PortfolioMachine } from "@/lib/calculator/schemas";
import { Button } from "../../ui/button";
import { type Column, Table } from "../../ui/table";
import type { PortfolioQuery } from "../portfolio-query";
import { useMachineColumns } from "./use-machine-columns";

export type Choice = { what: "change" | "retire" | "restore"; machines: PortfolioMachine };

type Props = {
  items: readonly PortfolioMachine[];
  assumedPrice: number;
  query: PortfolioQuery;
  /** Null for who may only look. */
  onChoose: ((choice: Choice) => void) | null;
};

/** The rows of machines, with what can be done with each. */
export function MachineTable({ items, assumedPrice, query, onChoose }: Props) {
  const t = useTranslations("portfolio.list");
  const columns = useMachineColumns(assumedPrice, query);
  const choices = query.show === "retired" ? (["restore"] as const) : (["change", "retire"] as const);
  const actions: Column<PortfolioMachine> = {
    key: "actions",
    header: <span className="sr-only">{t("actions")}</span>,
    actions: true,
    cell: (machines) => (
      <span className="flex gap-1">
        {choices.map((what) => (
          <Button key={what} variant="quiet" onClick={() => onChoose?.({ what, machines })}>
            {t(what)}
            <span className="sr-only"> {machines.miner_model}</span>
          </Button>
        ))}
      </span>
    ),
  };
  return (
    <Table
      caption={t("title")}
      columns={onChoose ? [...columns, actions] : columns}
      rows={items}
      rowKey={({ id }) => id}
    />
  );
}
