"use client";

import { useTranslations } from "next-intl";
import type { FleetComputed } from "@/lib/calculator/schemas";
import { FLEET_FIELDS, type FleetField } from "@/lib/machines/core/fleet/fleet-fields";
import type { FleetColumn, FleetMapping } from "@/lib/machines/core/fleet/schemas";
import { Field } from "../ui/field";
import { Select } from "../ui/select";
import { Sideways } from "../ui/sideways";

type Props = {
  computed: FleetComputed;
  mapping: FleetMapping | undefined;
  /** The whole mapping as it should be now. */
  onMap: (mapping: FleetMapping) => void;
  headingRow: number | null | undefined;
  onHeadingRow: (row: number | null | undefined) => void;
};

const LOOKED_AT = 10;
const NO_HEADINGS = "none";

/** The list's first rows as they stand in it, and above each column what it holds, to be put right. */
export function ColumnPreview({ computed, mapping, onMap, headingRow, onHeadingRow }: Props) {
  const t = useTranslations("batch.mend");
  const { columns, preview, heading_row: found } = computed;
  const fieldOf = (column: FleetColumn): FleetField | null =>
    mapping ? (FLEET_FIELDS.find((field) => mapping[field] === column.column) ?? null) : column.field;
  const choose = (column: FleetColumn, chosen: FleetField | undefined) => {
    const places = new Map(columns.flatMap((one) => [[fieldOf(one), one.column] as const]));
    for (const [field, at] of places) if (at === column.column) places.delete(field);
    if (chosen) places.set(chosen, column.column);
    onMap(Object.fromEntries(FLEET_FIELDS.map((field) => [field, places.get(field) ?? null])) as FleetMapping);
  };
  const shownRow = headingRow === undefined ? found : headingRow;
  return (
    <>
      <div className="max-w-sm">
        <Field id="heading-row" label={t("headingRow")}>
          {(aria) => (
            <Select
              {...aria}
              value={shownRow === null ? NO_HEADINGS : String(shownRow)}
              onChange={({ target: { value } }) => {
                const row = value === NO_HEADINGS ? null : Number(value);
                onHeadingRow(row === found ? undefined : row);
              }}
              options={[
                { value: NO_HEADINGS, label: t("noHeadings") },
                ...headingRows(found).map((row) => ({ value: String(row), label: t("row", { row }) })),
              ]}
            />
          )}
        </Field>
      </div>
      <Sideways label={t("columns")}>
        <table className="data-table">
          <caption className="sr-only">{t("columns")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("rowHead")}</th>
              {columns.map((column) => (
                <th key={column.column} scope="col" className="min-w-44 align-bottom">
                  <span className="grid gap-1">
                    <span className="wrap-anywhere text-text">{column.heading || t("noHeading")}</span>
                    <ColumnField column={column} field={fieldOf(column)} onChoose={(field) => choose(column, field)} />
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.map(({ row, cells }) => (
              <tr key={row}>
                <th scope="row" className="text-subtle">
                  {row}
                </th>
                {columns.map((column) => (
                  <td key={column.column} className="max-w-60 truncate" title={cells[column.column - 1]}>
                    {cells[column.column - 1]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </>
  );
}

const headingRows = (found: number | null): number[] => {
  const first = Array.from({ length: LOOKED_AT }, (_, at) => at + 1);
  return found !== null && found > LOOKED_AT ? [...first, found] : first;
};

type FieldProps = {
  column: FleetColumn;
  field: FleetField | null;
  onChoose: (field: FleetField | undefined) => void;
};

function ColumnField({ column, field, onChoose }: FieldProps) {
  const t = useTranslations("batch.mend");
  const fields = useTranslations("batch.fields");
  return (
    <Select
      aria-label={t("holds", { column: column.heading || String(column.column) })}
      value={field ?? ""}
      onChange={({ target: { value } }) => onChoose(FLEET_FIELDS.find((known) => known === value))}
      options={[
        { value: "", label: t("ignored") },
        ...FLEET_FIELDS.map((known) => ({ value: known, label: fields(known) })),
      ]}
    />
  );
}
