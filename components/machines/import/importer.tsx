"use client";

import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { Button } from "../../ui/button";
import { FileDrop } from "./file-drop";
import { ImportDone } from "./import-done";
import { ImportRefusal } from "./import-refusal";
import { PasteCells } from "./paste-cells";
import { Preview } from "./preview";
import { useImporter } from "./use-importer";

/** From a file to machines: read it, put it right, add. Nothing is stored before the last step. */
export function Importer() {
  const t = useTranslations("catalogue.importer");
  const { file, preview, done, refused, working, start, remap, add, stop } = useImporter();
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
      <FileDrop onFile={start} />
      <PasteCells onFile={start} />
      <p className="max-w-[70ch] text-xs text-subtle">{t("needsText")}</p>
    </div>
  );
}
