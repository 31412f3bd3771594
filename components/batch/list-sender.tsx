"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { paths } from "@/lib/paths";
import type { Refused } from "../admin/answer";
import { useKeptDraft } from "../machines/use-kept-draft";
import { FileDrop } from "../sheet/file-drop";
import { PasteCells } from "../sheet/paste-cells";
import { Button } from "../ui/button";
import { BatchRefusal } from "./batch-refusal";
import { ColumnHelp } from "./column-help";
import { PriceField, useTypedPrice } from "./price-field";
import { sampleList } from "./sample-list";
import { sendList } from "./send-list";

/** A list is pasted or dropped; a worker reads it, and its page says the rest. */
export function ListSender({ reader }: { reader: string }) {
  const t = useTranslations("batch.send");
  const locale = useLocale();
  const router = useRouter();
  const [text, setText] = useState("");
  const [sending, setSending] = useState<string>();
  const [refused, setRefused] = useState<Refused>();
  const request = useRef<AbortController>(undefined);
  const price = useTypedPrice();
  // Whoever comes back from the result to mend the list finds it as they left it.
  const draft = useKeptDraft<string>({ reader, name: "batch" }, setText);

  const send = async (file: File) => {
    if (sending !== undefined || price.isWrong) return;
    const controller = new AbortController();
    request.current = controller;
    setSending(file.name);
    setRefused(undefined);
    if (text !== "" && text.length < 1_000_000) draft.keep(text);
    const defaults = price.usd === null ? {} : { electricity_cost: price.usd };
    const answer = await sendList(file, defaults, controller.signal).catch((error: unknown) => {
      if (controller.signal.aborted) return undefined;
      throw error;
    });
    if (answer?.ok) return router.push(paths.batchList(locale, answer.data.id));
    setSending(undefined);
    setRefused(answer);
  };

  return (
    <div className="grid grid-cols-1 gap-6">
      {refused && <BatchRefusal refused={refused} />}
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="grid content-start gap-3">
          <PasteCells
            text={text}
            onText={setText}
            onFile={send}
            label={t("paste")}
            hint={t("pasteHint")}
            placeholder={t("example")}
            rows={10}
            variant="primary"
            pending={sending !== undefined}
            more={
              <Button variant="quiet" onClick={() => setText(sampleList(locale))}>
                {t("sample")}
              </Button>
            }
          />
        </div>
        <FileDrop
          onFile={send}
          formats={t("formats")}
          templateHref={(format) => paths.api.batchTemplate(format, locale)}
          variant="secondary"
        />
      </div>
      {sending !== undefined && (
        <div role="status" className="flex flex-wrap items-center gap-3 border-y border-line py-3">
          <span className="wrap-anywhere">{t("sending", { name: sending })}…</span>
          <Button variant="quiet" onClick={() => request.current?.abort()}>
            {t("stop")}
          </Button>
        </div>
      )}
      <div className="max-w-sm">
        <PriceField price={price} label={t("price")} />
      </div>
      <ColumnHelp />
    </div>
  );
}
