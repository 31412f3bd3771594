"use client";

import { useTranslations } from "next-intl";
import type { ReportWords } from "@/lib/machines/core/import/error-report";
import type { ImportRow } from "@/lib/machines/core/import/schemas";
import type { Refused } from "../../admin/answer";
import { useFaultWords } from "../use-fault-words";

/** What an import says of rows, cells and files, in the reader's language. */
export function useImportWords() {
  const t = useTranslations("catalogue");
  const faults = useFaultWords();
  const known = ({ twin, twin_row, label }: ImportRow): string => {
    if (twin_row !== null) return t("importer.inFile", { row: twin_row });
    if (twin?.retired) return t("importer.isRetired", { label: twin.label });
    return t(twin?.scope === "private" ? "importer.inOwn" : "importer.inShared", { label: twin?.label ?? label ?? "" });
  };
  const report: ReportWords = {
    headings: {
      row: t("importer.reportHeadings.row"),
      column: t("importer.reportHeadings.column"),
      field: t("importer.reportHeadings.field"),
      value: t("importer.reportHeadings.value"),
      problem: t("importer.reportHeadings.problem"),
    },
    field: (field) => t(`fields.${field}`),
    problem: ({ field, code }) => faults.ofField({ path: field, code }),
    known,
  };
  /** Why a file was refused: which row of it, where that is known. */
  const refusal = ({ code, errors }: Refused): string | undefined => {
    const [first] = errors ?? [];
    const row = /^rows\.(\d+)/.exec(first?.path ?? "")?.[1];
    if (code === "validation" && first && row !== undefined) {
      if (first.code === "quote" || first.code === "too_long" || first.code === "control_character")
        return t(`refusals.row_${first.code}`, { row });
      return t("refusals.rows_changed");
    }
    return faults.ofCode(code);
  };
  return { report, refusal, known };
}
