"use client";

import { cx } from "class-variance-authority";
import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import { useLocale, useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { paths } from "@/lib/paths";
import { Button } from "../../ui/button";

/** Takes a file, dropped or chosen, and hands out the template to fill in. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const t = useTranslations("catalogue.importer");
  const locale = useLocale();
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
        "grid justify-items-center gap-3 rounded-md border border-dashed px-4 py-10 text-center transition-colors",
        over ? "border-gold bg-raised" : "border-control",
      )}
    >
      <FileSpreadsheet aria-hidden="true" className="size-6 text-subtle" />
      <h2 id={`${id}-title`} className="text-base">
        {over ? t("dropActive") : t("drop")}
      </h2>
      <Button variant="primary" onClick={() => input.current?.click()}>
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
      <p className="text-xs text-subtle">{t("formats")}</p>
      <p className="text-muted">
        {t("template")}{" "}
        {(["xlsx", "csv"] as const).map((format) => (
          <a
            key={format}
            href={paths.api.minerTemplate(format, locale)}
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
