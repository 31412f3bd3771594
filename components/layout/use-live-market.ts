"use client";

import { useEffect, useState } from "react";
import { patientImport } from "../ui/patient-import";
import type { LiveMarket } from "./live-market";
import type { WatchedMarket } from "./watch-market";

/** The page works without it, so it comes when the page has long been drawn. */
const WATCH_AFTER_MS = 5_000;

const loadWatch = patientImport(() => import("./watch-market"));

/** The market of the page, as the server rendered it and then never older than a minute; asked once for all who use it. */
export function useLiveMarket(rendered: LiveMarket): WatchedMarket {
  const [state, tell] = useState<WatchedMarket>({ market: rendered, failing: false });
  useEffect(() => {
    let end: (() => void) | undefined;
    let gone = false;
    const timer = setTimeout(() => {
      loadWatch().then(({ watchMarket }) => {
        if (!gone) end = watchMarket(rendered, tell);
      });
    }, WATCH_AFTER_MS);
    return () => {
      gone = true;
      clearTimeout(timer);
      end?.();
    };
  }, [rendered]);
  return state;
}
