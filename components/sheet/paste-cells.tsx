"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { Button } from "../ui/button";
import { Field } from "../ui/field";

type Props = {
  text: string;
  onText: (text: string) => void;
  /** The cells as a file, so that they go the way of one. */
  onFile: (file: File) => void;
  label?: string;
  hint?: ReactNode;
  placeholder?: string;
  rows?: number;
  variant?: "primary" | "secondary";
  pending?: boolean;
  /** Beside the button. */
  more?: ReactNode;
};

/** Cells out of a spreadsheet, which come as text with tabs between. */
export function PasteCells({ text, onText, onFile, variant = "secondary", rows = 6, ...more }: Props) {
  const t = useTranslations("sheet");
  const id = useId();
  const label = more.label ?? t("pasteLabel");
  const read = () => onFile(new File([text], t("pastedName"), { type: "text/tab-separated-values" }));
  return (
    <>
      <Field id={id} label={label} hint={more.hint}>
        {(aria) => (
          <textarea
            {...aria}
            value={text}
            onChange={(event) => onText(event.target.value)}
            rows={rows}
            spellCheck={false}
            placeholder={more.placeholder}
            className="control w-full resize-y p-3 font-mono whitespace-pre [tab-size:20] placeholder:text-subtle"
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button
          variant={variant}
          onClick={read}
          pending={more.pending ?? false}
          disabledReason={text.trim() === "" ? label : undefined}
        >
          {t("pasteRead")}
        </Button>
        {more.more}
      </div>
    </>
  );
}
