"use client";

import { useTranslations } from "next-intl";
import type { Refused } from "../admin/answer";
import { useAct } from "../admin/use-act";

type Words = ReturnType<typeof useTranslations<"batch">>;
type Key = Parameters<Words>[0];

/** Why a list was refused and what to do about it, in the reader's language. */
export function useBatchWords() {
  const t = useTranslations("batch");
  const { say } = useAct();
  const has = (key: string): key is Key => t.has(key as Key);
  return {
    ofRefusal(refused: Refused): string {
      const [first] = refused.errors ?? [];
      const row = /^rows\.(\d+)/.exec(first?.path ?? "")?.[1] ?? "";
      const found = [
        ...(first?.path === "file" ? [`faults.${first.code}`] : []),
        ...(row === "" ? [] : [`faults.row_${first?.code}`]),
        ...(refused.code === "too_large" ? ["faults.large_file"] : []),
        `refusals.${refused.code}`,
      ].find(has);
      return found ? t(found, { row }) : say(refused);
    },
    /** What is wrong with a cell, in words of its column where there are any. */
    ofCell: (field: string, code: string): string =>
      t([`cells.${field}_${code}`, `cells.${code}`].find(has) ?? "cells.other"),
  };
}
