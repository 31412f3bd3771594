"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import type { FleetComputed, FleetResultRow } from "@/lib/calculator/schemas";
import { paths } from "@/lib/paths";
import { queryClient } from "../layout/query-client";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { Skeleton } from "../ui/skeleton";
import { VirtualTable } from "../ui/virtual-table";
import { arrangeFleet, type FleetItem } from "./arrange-fleet";
import { useFleetColumns } from "./fleet-columns";
import { ListTools } from "./list-tools";
import { ProblemRows } from "./problem-rows";
import { type FleetSort, nextSort } from "./table-state";
import { useTableState } from "./use-table-state";
import { WrongCells } from "./wrong-cells";

/** What was computed of a list stays as it is. */
const rowsOf = (id: string) => ({
  queryKey: ["batch", id, "rows"],
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<FleetResultRow[]> => {
    const answer = await fetch(paths.api.batchRows(id), { signal });
    if (!answer.ok) throw new Error(`${paths.api.batchRows(id)} answered ${answer.status}`);
    return ((await answer.json()) as { rows: FleetResultRow[] }).rows;
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** Every row of a list with what it earns, sorted, filtered and grouped as the address says. */
export function ListTable({ id, computed }: { id: string; computed: FleetComputed }) {
  const t = useTranslations("batch.table");
  const { data: rows, isError, isFetching, refetch } = useQuery(rowsOf(id), queryClient);
  if (rows) return <Rows id={id} computed={computed} rows={rows} />;
  if (!isError) return <Skeleton className="h-160" />;
  return <ErrorState title={t("failed")} text={t("failedText")} onRetry={() => void refetch()} retrying={isFetching} />;
}

type Props = { id: string; computed: FleetComputed; rows: readonly FleetResultRow[] };

function Rows({ id, computed, rows }: Props) {
  const t = useTranslations("batch.table");
  const locale = useLocale();
  const [state, change] = useTableState(id);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const items = useMemo(() => arrangeFleet(rows, { state, open, locale }), [rows, state, open, locale]);
  const toggle = (key: string) =>
    setOpen((before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key]));
  const columns = useFleetColumns(rows, state, { onToggle: toggle, onProblem: () => change({ show: "wrong" }) });
  return (
    <div className="grid grid-cols-1 gap-3">
      <ListTools rows={rows} computed={computed} state={state} onChange={change} />
      {items.length === 0 ? (
        <EmptyState
          title={t(`none.${state.show}`)}
          actions={<Button onClick={() => change({ show: "all" })}>{t("showAll")}</Button>}
        />
      ) : state.show === "wrong" ? (
        <ProblemRows rows={items.flatMap((item) => (item.kind === "wrong" ? [item.row] : []))} />
      ) : (
        <VirtualTable
          caption={t("caption")}
          columns={columns}
          items={items}
          itemKey={keyOf}
          instead={wrongCells}
          sort={state.sort}
          onSort={(key) => change({ sort: nextSort(state.sort, key as FleetSort) })}
          list={JSON.stringify(state)}
        />
      )}
    </div>
  );
}

const keyOf = ({ kind, key }: FleetItem): string | undefined => (kind === "group" ? key : undefined);

/** What is wrong with a row stands in the place of its figures. */
const wrongCells = (item: FleetItem) => (item.kind === "wrong" ? <WrongCells row={item.row} /> : undefined);
