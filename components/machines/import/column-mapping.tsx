"use client";

import { useTranslations } from "next-intl";
import { IMPORT_FIELDS, type ImportField } from "@/lib/machines/core/import/import-fields";
import type { ImportColumn, Mapping } from "@/lib/machines/core/import/schemas";
import { Disclosure } from "../../ui/disclosure";
import { Select } from "../../ui/select";
import { type Column, Table } from "../../ui/table";

type Props = {
  columns: readonly ImportColumn[];
  /** Something needed is in no column: this is where to say what is. */
  mustLook: boolean;
  /** The whole mapping as it should be now. */
  onMap: (mapping: Mapping) => void;
};

/** What each column holds, as guessed from its heading, to be put right. */
export function ColumnMapping({ columns, mustLook, onMap }: Props) {
  const t = useTranslations("catalogue.importer");
  const fields = useTranslations("catalogue.fields");
  const found = columns.filter(({ field }) => field !== null).length;

  const choose = (column: number, chosen: ImportField | undefined) => {
    const places = new Map(columns.flatMap(({ field, column: at }) => (field === null ? [] : [[field, at] as const])));
    for (const [field, at] of places) if (at === column) places.delete(field);
    if (chosen) places.set(chosen, column);
    onMap(Object.fromEntries(IMPORT_FIELDS.map((field) => [field, places.get(field) ?? null])));
  };

  const shape: Column<ImportColumn>[] = [
    {
      key: "heading",
      header: t("heading"),
      cell: ({ heading, repeats }) => (
        <span className="grid py-1">
          <span className="text-text wrap-anywhere">{heading || t("noHeading")}</span>
          {repeats && <span className="text-xs text-warn">{t("repeats")}</span>}
        </span>
      ),
    },
    {
      key: "sample",
      header: t("sample"),
      cell: ({ sample }) => <span className="text-muted wrap-anywhere">{sample || "–"}</span>,
    },
    {
      key: "holds",
      header: t("holds"),
      cell: ({ column, heading, field }) => (
        <Select
          aria-label={`${t("holds")}: ${heading || `${t("column")} ${column}`}`}
          value={field ?? ""}
          onChange={(event) =>
            choose(
              column,
              IMPORT_FIELDS.find((known) => known === event.target.value),
            )
          }
          options={[
            { value: "", label: t("ignored") },
            ...IMPORT_FIELDS.map((known) => ({ value: known, label: fields(known) })),
          ]}
          className="my-1 min-w-40"
        />
      ),
    },
  ];
  return (
    <Disclosure title={t("mapping")} note={t("mappingNote", { found, total: columns.length })} open={mustLook}>
      <Table caption={t("mapping")} columns={shape} rows={columns} rowKey={({ column }) => String(column)} />
    </Disclosure>
  );
}
