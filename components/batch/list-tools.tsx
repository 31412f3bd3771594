"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { FleetComputed, FleetResultRow } from "@/lib/calculator/schemas";
import { Segmented } from "../ui/segmented";
import { Select } from "../ui/select";
import { useFigures } from "../ui/units-provider";
import { FLEET_GROUPS, FLEET_SHOWN, type TableState } from "./table-state";

type Props = {
  rows: readonly FleetResultRow[];
  computed: FleetComputed;
  state: TableState;
  onChange: (change: Partial<TableState>) => void;
};

/** Which rows are shown, and under what they are put together. */
export function ListTools({ rows, computed, state, onChange }: Props) {
  const t = useTranslations("batch.table");
  const show = useFigures();
  const { counts, totals } = computed;
  const count = { all: rows.length, losing: totals.rows_losing, wrong: counts.wrong };
  // A group of what no row has would be one of all rows.
  const groups = useMemo(
    () => FLEET_GROUPS.filter((group) => group === "model" || rows.some((row) => row.ok && row[group] !== null)),
    [rows],
  );
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Segmented
        name="batch-shown"
        label={t("show")}
        value={state.show}
        onValueChange={(next) => onChange({ show: next })}
        options={FLEET_SHOWN.map((value) => ({
          value,
          label: t(`shown.${value}`, { count: show.number(count[value]).text }),
        }))}
        className="w-full sm:w-auto"
      />
      <Select
        aria-label={t("group")}
        value={state.group ?? ""}
        onChange={({ target: { value } }) => onChange({ group: groups.find((group) => group === value) ?? null })}
        options={[
          { value: "", label: t("ungrouped") },
          ...groups.map((group) => ({ value: group, label: t(`groups.${group}`) })),
        ]}
        className="w-full sm:w-56"
      />
    </div>
  );
}
