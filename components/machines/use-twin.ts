"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { parseNumber } from "@/lib/kernel/parse-number";
import type { Twin } from "@/lib/machines/core/administration/schemas";
import type { Answer } from "../admin/answer";
import type { ModelDraft } from "./model-draft";

type Wanted = { model_name: string; manufacturer: string; hashrate_th: number; except?: string };
export type FindTwin = (wanted: Wanted) => Promise<Answer<{ twin: Twin | null }>>;

const TYPING_MS = 400;

/** The machine of the catalogue that a draft names, looked for while it is typed; null where there is none. */
export function useTwin(draft: ModelDraft, find: FindTwin, except: string | undefined): Twin | null {
  const [twin, setTwin] = useState<Twin | null>(null);
  const { model_name, manufacturer } = draft;
  const hashrate = parseNumber(draft.hashrate_th);
  const look = useEffectEvent(async (wanted: Wanted, isLast: () => boolean) => {
    // Only a hint: saving asks again, and a hint that can't be had is none.
    const answer = await find(wanted).catch(() => null);
    if (isLast()) setTwin(answer?.ok ? answer.data.twin : null);
  });
  useEffect(() => {
    let current = true;
    if (model_name.trim() === "" || model_name.length > 200 || manufacturer.length > 200 || hashrate === null) {
      setTwin(null);
      return;
    }
    const wanted = { model_name, manufacturer, hashrate_th: hashrate, ...(except ? { except } : {}) };
    const timer = setTimeout(() => void look(wanted, () => current), TYPING_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [model_name, manufacturer, hashrate, except]);
  return twin;
}
