"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "../../ui/button";
import { Disclosure } from "../../ui/disclosure";
import { Field } from "../../ui/field";

/** Cells out of a spreadsheet, which come as text with tabs between. */
export function PasteCells({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations("catalogue.importer");
  const id = useId();
  const [text, setText] = useState("");
  const read = () => onFile(new File([text], t("pastedName"), { type: "text/tab-separated-values" }));
  return (
    <Disclosure title={t("paste")}>
      <Field id={id} label={t("pasteLabel")}>
        {(aria) => (
          <textarea
            {...aria}
            value={text}
            onChange={(event) => setText(event.target.value)}
            rows={6}
            spellCheck={false}
            className="control w-full p-3 font-mono whitespace-pre"
          />
        )}
      </Field>
      <div>
        <Button onClick={read} disabledReason={text.trim() === "" ? t("pasteLabel") : undefined}>
          {t("pasteRead")}
        </Button>
      </div>
    </Disclosure>
  );
}
