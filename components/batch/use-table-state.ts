"use client";

import { useSearchParams } from "next/navigation";
import { useLocale } from "next-intl";
import { useMemo } from "react";
import { paths } from "@/lib/paths";
import { readTable, type TableState, writeTable } from "./table-state";

/** How the table of a list stands, from the address and into it; the server isn't asked, for the browser has all rows. */
export function useTableState(id: string): [TableState, (change: Partial<TableState>) => void] {
  const locale = useLocale();
  const query = useSearchParams();
  const state = useMemo(() => readTable(query), [query]);
  const change = (part: Partial<TableState>) => {
    const kept = query.get("keep") ?? undefined;
    const next = { ...writeTable({ ...state, ...part }), keep: kept };
    window.history.pushState(null, "", paths.batchList(locale, id, next));
  };
  return [state, change];
}
