"use client";

import { useEffect, useState } from "react";
import type { PortfolioMachine } from "@/lib/calculator/schemas";
import { loadWatch } from "./load-watch";

type Rows = readonly PortfolioMachine[];

/**
 * The rows of a page as the server rendered them, and read again once the totals are newer (`newerAt`): their figures come
 * with the totals, in whichever window they were changed. By an own request: a page that Next renders anew while the server
 * is being restarted becomes the browser's page of errors.
 */
export function useRows(rendered: Rows, keeper: string, cursor: string | undefined, newerAt: string | null): Rows {
  const [read, setRead] = useState({ instead: rendered, rows: rendered });
  useEffect(() => {
    if (newerAt === null) return;
    let gone = false;
    loadWatch()
      .then(({ readRows }) => readRows(keeper, cursor))
      .then((rows) => {
        if (!gone && rows) setRead({ instead: rendered, rows });
      });
    return () => {
      gone = true;
    };
  }, [rendered, keeper, cursor, newerAt]);
  return read.instead === rendered ? read.rows : rendered;
}
