import type { Locale } from "@/lib/kernel/context";
import type { MachineModel } from "../../schemas";
import { shippedCatalogue } from "../catalogue/shipped-catalogue";
import type { ImportField } from "./import-fields";

type Row = { model: MachineModel; note: string };
/** Fits what writes a file; the platform's type is no business of pure code. */
type Column = { header: string; value(row: Row): string | number; width: number };

const HEADERS: Record<Locale, Record<ImportField, string>> = {
  en: {
    model_name: "Model",
    manufacturer: "Manufacturer",
    hashrate_th: "Hashrate (TH/s)",
    power_w: "Power (W)",
    release_year: "Release year",
    cooling: "Cooling",
    status: "Status",
  },
  zh: {
    model_name: "型号",
    manufacturer: "厂商",
    hashrate_th: "算力（TH/s）",
    power_w: "功耗（W）",
    release_year: "发布年份",
    cooling: "冷却方式",
    status: "状态",
  },
};

const NOTE: Record<Locale, { header: string; rows: readonly [string, string] }> = {
  en: {
    header: "Notes (not read)",
    rows: [
      "An example: replace it. One row a machine and hashrate.",
      "Cooling: air, hydro or immersion. Status: shipped or announced.",
    ],
  },
  zh: {
    header: "说明（不读取）",
    rows: ["示例，请替换。每个型号的每档算力各占一行。", "冷却方式：风冷、水冷或浸没。状态：已上市或未出货。"],
  },
};

const WORDS: Record<Locale, Record<string, string>> = {
  en: {},
  zh: { air: "风冷", hydro: "水冷", immersion: "浸没", shipped: "已上市", announced: "未出货" },
};

/** Machines of the shared catalogue, so that an example left in the file adds nothing. */
const EXAMPLES = ["antminer-s21-200t", "whatsminer-m66s-298t"];

export function templateColumns(locale: Locale): Column[] {
  const headers = HEADERS[locale];
  const word = (text: string) => WORDS[locale][text] ?? text;
  return [
    { header: headers.model_name, value: ({ model }) => model.model_name, width: 22 },
    { header: headers.manufacturer, value: ({ model }) => model.manufacturer, width: 16 },
    { header: headers.hashrate_th, value: ({ model }) => model.hashrate_th, width: 16 },
    { header: headers.power_w, value: ({ model }) => model.power_w, width: 12 },
    { header: headers.release_year, value: ({ model }) => model.release_year, width: 14 },
    { header: headers.cooling, value: ({ model }) => word(model.cooling), width: 12 },
    { header: headers.status, value: ({ model }) => word(model.status), width: 12 },
    { header: NOTE[locale].header, value: ({ note }) => note, width: 60 },
  ];
}

export const templateRows = (locale: Locale): Row[] =>
  shippedCatalogue
    .filter(({ id }) => EXAMPLES.includes(id))
    .map((model, index) => ({ model, note: NOTE[locale].rows[index] ?? "" }));
