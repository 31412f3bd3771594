"use client";

import { useCallback, useEffect, useState } from "react";
import type { Portfolio } from "@/lib/calculator/schemas";
import { useLive } from "../live/use-live";
import { loadWatch } from "./load-watch";
import { PORTFOLIO_KINDS, RECALCULATED } from "./portfolio-kinds";
import type { WatchedPortfolio } from "./watch-portfolio";

/**
 * A portfolio as the server rendered it and then as it becomes. `keeper` names whose it is; `noteWrite` says that a write
 * was answered with this `portfolio_version`, which the figures don't have yet.
 */
export function usePortfolio(
  rendered: Portfolio,
  keeper: string,
): WatchedPortfolio & { noteWrite: (version: number) => void } {
  const [state, tell] = useState<WatchedPortfolio>({ portfolio: rendered, failing: false });
  useEffect(() => {
    let end: (() => void) | undefined;
    let gone = false;
    loadWatch().then(({ watchPortfolio }) => {
      if (!gone) end = watchPortfolio(keeper, rendered, tell);
    });
    return () => {
      gone = true;
      end?.();
    };
  }, [keeper, rendered]);
  useLive({
    kinds: PORTFOLIO_KINDS,
    onEvent: ({ kind, facts, version }) =>
      void loadWatch().then((watch) =>
        kind === RECALCULATED ? watch.learn(keeper, facts as Portfolio) : watch.noteWrite(keeper, version),
      ),
    onResync: () => void loadWatch().then((watch) => watch.readAfresh(keeper)),
  });
  const noteWrite = useCallback(
    (version: number) => void loadWatch().then((watch) => watch.noteWrite(keeper, version)),
    [keeper],
  );
  return { ...state, noteWrite };
}
