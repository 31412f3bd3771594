"use client";

import { cx } from "class-variance-authority";
import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { Button } from "../ui/button";

type Props = {
  onFile: (file: File) => void;
  /** What is read, and how much of it. */
  formats: string;
  templateHref: (format: "csv" | "xlsx") => string;
  /** Gold where dropping is what the page is about. */
  variant?: "primary" | "secondary";
  className?: string;
};

/** Takes a file, dropped or chosen, and hands out the template to fill in. */
export function FileDrop({ onFile, formats, templateHref, variant = "primary", className }: Props) {
  const t = useTranslations("sheet");
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <section
      aria-labelledby={`${id}-title`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file) onFile(file);
      }}
      className={cx(
        "grid content-center justify-items-center gap-3 rounded-md border border-dashed px-4 py-10 text-center transition-colors",
        over ? "border-gold bg-raised" : "border-control",
        className,
      )}
    >
      <FileSpreadsheet aria-hidden="true" className="size-6 text-subtle" />
      <h2 id={`${id}-title`} className="text-base">
        {over ? t("dropActive") : t("drop")}
      </h2>
      <Button variant={variant} onClick={() => input.current?.click()}>
        {t("choose")}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".csv,.tsv,.txt,.xlsx"
        aria-label={t("choose")}
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file again is a choice too.
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
      <p className="text-xs text-subtle">{formats}</p>
      <p className="text-muted">
        {t("template")}{" "}
        {(["xlsx", "csv"] as const).map((format) => (
          <a
            key={format}
            href={templateHref(format)}
            download
            className="touch mx-1 inline-flex items-center text-text underline underline-offset-4 hover:text-gold"
          >
            {t(format)}
          </a>
        ))}
      </p>
    </section>
  );
}
