import type { Locale } from "@/lib/kernel/context";
import { csvFile } from "@/lib/platform/spreadsheet/csv-file";
import type { ExportColumn } from "@/lib/platform/spreadsheet/export-column";
import { xlsxFile } from "@/lib/platform/spreadsheet/xlsx-file";
import type { FleetField } from "../core/fleet/fleet-fields";
import type { TEMPLATE_FORMATS } from "../core/import/schemas";
import { type FleetWords, fleetWords } from "./fleet-words";

type Format = (typeof TEMPLATE_FORMATS)[number];
type Example = Partial<Record<FleetField, string | number>> & { note: string };

const CONTENT_TYPES: Record<Format, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** In the order in which people ask for them, each with its width in characters. */
const COLUMNS = {
  ...{ miner_model: 24, quantity: 10, hashrate_th: 16, power_w: 12, electricity_cost: 22 },
  ...{ site: 16, label: 14, purchased_at: 14, cost_usd: 22 },
} satisfies Partial<Record<FleetField, number>>;

/** The list of a fleet to fill in: headings in the reader's language, examples and what to know, which is not read back. */
export async function fleetTemplate(format: Format, locale: Locale) {
  const t = fleetWords(locale);
  const columns: ExportColumn<Example>[] = [
    ...(Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map((field) => ({
      header: t(`fields.${field}`),
      value: (example: Example) => example[field] ?? null,
      width: COLUMNS[field],
    })),
    { header: t("template.heading"), value: ({ note }) => t("template.example", { note }), width: 110 },
  ];
  const rows = examples(t);
  const bytes = format === "csv" ? csvFile(columns, rows) : await xlsxFile(t("template.sheet"), columns, rows);
  return { file_name: `fleet-template.${format}`, content_type: CONTENT_TYPES[format], bytes };
}

const examples = (t: FleetWords): Example[] => [
  {
    ...{ miner_model: "Antminer S21 200T", quantity: 120, electricity_cost: 0.055, site: t("template.site") },
    ...{ label: t("template.label"), purchased_at: "2026-03-02", cost_usd: 360_000, note: t("template.notes.model") },
  },
  { miner_model: "My S19, tuned", quantity: 8, hashrate_th: 104, power_w: 3068, note: t("template.notes.numbers") },
  { miner_model: "WhatsMiner M60S", quantity: 40, electricity_cost: 0.062, note: t("template.notes.prices") },
];
