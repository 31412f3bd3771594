"use client";

import { cx } from "class-variance-authority";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { paths } from "@/lib/paths";
import { FileDrop } from "../../sheet/file-drop";
import { PasteCells } from "../../sheet/paste-cells";
import { Button } from "../../ui/button";
import { Disclosure } from "../../ui/disclosure";
import { ImportDone } from "./import-done";
import { ImportRefusal } from "./import-refusal";
import { Preview } from "./preview";
import { useImporter } from "./use-importer";

/** From a file to machines: read it, put it right, add. Nothing is stored before the last step. */
export function Importer() {
  const t = useTranslations("catalogue.importer");
  const { file, preview, done, refused, working, start, remap, add, stop } = useImporter();
  const locale = useLocale();
  const [pasted, setPasted] = useState("");
  const note = refused && <ImportRefusal refused={refused} />;

  if (done) return <ImportDone outcome={done} onAnother={stop} />;
  if (file && preview) {
    return (
      <div
        className={cx("grid grid-cols-1 gap-8", working === "reading" && "old-result")}
        aria-busy={working === "reading" || undefined}
      >
        {note}
        <Preview preview={preview} adding={working === "adding"} onMap={remap} onAdd={add} onAnother={stop} />
      </div>
    );
  }
  if (file && working) {
    return (
      <div role="status" className="flex flex-wrap items-center gap-3 border-y border-line py-10">
        <span className="wrap-anywhere">{t("reading", { name: file.name })}…</span>
        <Button onClick={stop}>{t("cancel")}</Button>
      </div>
    );
  }
  return (
    <div className="grid grid-cols-1 gap-5">
      {note}
      <FileDrop
        onFile={start}
        formats={t("formats")}
        templateHref={(format) => paths.api.minerTemplate(format, locale)}
      />
      <Disclosure title={t("paste")}>
        <PasteCells text={pasted} onText={setPasted} onFile={start} />
      </Disclosure>
      <p className="max-w-[70ch] text-xs text-subtle">{t("needsText")}</p>
    </div>
  );
}
