import type { useTranslations } from "next-intl";
import type { MarketFacts } from "@/lib/calculator/schemas";
import type { Locale } from "@/lib/kernel/context";
import type { WorkedExample } from "./worked-example";

export type SectionId =
  | "subsidy"
  | "hashprice"
  | "network"
  | "pool"
  | "breakEven"
  | "epochs"
  | "decay"
  | "investment"
  | "paths";

/** A formula with today's figures put in, and what comes out. `parts` are empty where only the result is shown. */
export type WorkedLine = { label?: string; parts: readonly string[]; result: string };

/** One formula: how it is written, how it works out today, and which figures of the market it stands on. */
export type FormulaSection = {
  id: SectionId;
  symbols: string;
  formulas: readonly (readonly string[])[];
  worked: readonly WorkedLine[];
  figures: readonly (keyof MarketFacts)[];
  note?: string;
};

export type Words = {
  locale: Locale;
  t: ReturnType<typeof useTranslations<"formulas">>;
  perPhDay: string;
  perThDay: string;
};

/** What every section is made from. */
export type Ingredients = Words & { example: WorkedExample };
