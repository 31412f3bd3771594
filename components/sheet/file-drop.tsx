"use client";

import { cx } from "class-variance-authority";
import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "../ui/button";
import { useFileDrop } from "./use-file-drop";

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
  const drop = useFileDrop(onFile);
  return (
    <section
      aria-labelledby={`${id}-title`}
      {...drop.zone}
      className={cx(
        "grid content-center justify-items-center gap-3 rounded-md border border-dashed px-4 py-10 text-center transition-colors",
        drop.isOver ? "border-gold bg-raised" : "border-control",
        className,
      )}
    >
      <FileSpreadsheet aria-hidden="true" className="size-6 text-subtle" />
      <h2 id={`${id}-title`} className="text-base">
        {drop.isOver ? t("dropActive") : t("drop")}
      </h2>
      <Button variant={variant} onClick={drop.choose}>
        {t("choose")}
      </Button>
      <input {...drop.field} aria-label={t("choose")} />
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
