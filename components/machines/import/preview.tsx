"use client";

import Download from "lucide-react/icons/download";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { csvText } from "@/lib/kernel/csv-cell";
import { errorReport } from "@/lib/machines/core/import/error-report";
import type { ImportPreview, ImportRow, Mapping } from "@/lib/machines/core/import/schemas";
import { saveFile } from "../../charts/save-file";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { ColumnMapping } from "./column-mapping";
import { PreviewRows } from "./preview-rows";
import { useImportWords } from "./use-import-words";

type Props = {
  preview: ImportPreview;
  adding: boolean;
  onMap: (mapping: Mapping) => void;
  onAdd: (rows: readonly ImportRow[]) => void;
  onAnother: () => void;
};

/** What a file would add: its columns, its rows, its faults as a file, and the one action. */
export function Preview({ preview, adding, onMap, onAdd, onAnother }: Props) {
  const t = useTranslations("catalogue.importer");
  const words = useImportWords();
  const [beside, setBeside] = useState(false);
  const { rows, columns, counts, missing } = preview;
  const shared = rows.filter(({ state, addable }) => state === "known" && addable);
  const chosen = rows.filter(({ state, addable }) => addable && (state === "ready" || beside));
  const saveReport = () => {
    const text = csvText(errorReport(rows, columns, words.report));
    saveFile(t("reportName"), new Blob([text], { type: "text/csv;charset=utf-8" }));
  };
  const report = counts.wrong + counts.known > 0 && (
    <Button onClick={saveReport}>
      <Download aria-hidden="true" />
      {t("report")}
    </Button>
  );
  return (
    <>
      {missing.length > 0 && (
        <div role="alert" className="border-l-2 border-warn py-1 pl-3">
          <p>{t("missingTitle")}</p>
          <p className="text-muted">{t("missing", { fields: missing.map(words.report.field).join(t("and")) })}</p>
        </div>
      )}
      <ColumnMapping columns={columns} mustLook={missing.length > 0} onMap={onMap} />
      {missing.length === 0 && (
        <PreviewRows
          // Other columns make other rows: what was shown of the old ones says nothing.
          key={`${counts.ready} ${counts.known} ${counts.wrong}`}
          preview={preview}
          tools={report}
        />
      )}
      <div className="sticky bottom-16 grid gap-2 border-t border-line bg-bg py-3 md:bottom-0">
        {shared.length > 0 && (
          <Checkbox
            label={t("beside", { count: shared.length })}
            checked={beside}
            onChange={(event) => setBeside(event.target.checked)}
          />
        )}
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            pending={adding}
            disabledReason={chosen.length === 0 ? t("nothing") : undefined}
            onClick={() => onAdd(chosen)}
          >
            {t("commit", { count: chosen.length })}
          </Button>
          <Button variant="quiet" onClick={onAnother}>
            {t("another")}
          </Button>
        </div>
      </div>
    </>
  );
}
