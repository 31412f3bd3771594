import { QueryObserver } from "@tanstack/react-query";
import type { Portfolio } from "@/lib/calculator/schemas";
import { paths } from "@/lib/paths";
import { queryClient } from "../layout/query-client";
import { liveStore } from "../live/live-store";
import { isBehind, latestPortfolio } from "./latest-portfolio";

/** The market moves the figures every ten minutes. */
const EVERY_MS = 60_000;
/** A write takes a moment to come into the figures; when it takes long, nobody is served by haste. */
const SOON_MS = 250;
const LATE_MS = 3_000;
const LATE_AFTER_MS = 5_000;
const RETRY_MS = 2_000;

export type WatchedPortfolio = { portfolio: Portfolio; failing: boolean };

/** Where a portfolio is kept in the browser, by whose it is; what hears of a newer one puts it there. */
const keyOf = (keeper: string) => ["portfolio", keeper] as const;

/** Takes in what is known of a portfolio: an answer, an event, or only that it was written to. */
export function learn(keeper: string, known: Portfolio): void {
  queryClient.setQueryData<Portfolio>(keyOf(keeper), (before) => (before ? latestPortfolio(before, known) : known));
}

/** What is known may be old: asks now. */
export const readAfresh = (keeper: string): Promise<void> => queryClient.invalidateQueries({ queryKey: keyOf(keeper) });

/** What an address answers, asked for until it comes; null where it is refused. */
export function readOf<T>(address: string): Promise<T | null> {
  return queryClient.fetchQuery({
    queryKey: ["portfolio-part", address],
    queryFn: async ({ signal }) => {
      const answer = await fetch(address, { signal });
      if (answer.status >= 500) throw new Error(`${address} answered ${answer.status}`);
      return answer.ok ? ((await answer.json()) as T) : null;
    },
    staleTime: 0,
    gcTime: 0,
    retry: true,
    retryDelay: RETRY_MS,
  });
}

/** Something was written: from now on the figures are asked for until they have it. */
export function noteWrite(keeper: string, version: number): void {
  queryClient.setQueryData<Portfolio>(
    keyOf(keeper),
    (before) => before && { ...before, portfolio_version: Math.max(before.portfolio_version, version) },
  );
}

/**
 * Tells of a portfolio; returns what ends the watch. It asks once a minute, and often while a write is on its way: but
 * where the page is live the figures come by themselves, and are asked for only should they fail to.
 */
export function watchPortfolio(
  keeper: string,
  rendered: Portfolio,
  tell: (state: WatchedPortfolio) => void,
): () => void {
  let behindSince: number | undefined;
  const pace = (portfolio: Portfolio | undefined): number => {
    if (!portfolio || !isBehind(portfolio)) {
      behindSince = undefined;
      return EVERY_MS;
    }
    behindSince ??= Date.now();
    const isHeard = liveStore.state().phase === "live";
    return isHeard || Date.now() - behindSince > LATE_AFTER_MS ? LATE_MS : SOON_MS;
  };
  learn(keeper, rendered);
  const observer = new QueryObserver<Portfolio>(queryClient, {
    queryKey: keyOf(keeper),
    queryFn: async ({ signal }) => {
      const answer = await fetch(paths.api.portfolio(), { signal });
      if (!answer.ok) throw new Error(`${paths.api.portfolio()} answered ${answer.status}`);
      return answer.json();
    },
    structuralSharing: (before, now) => (before ? latestPortfolio(before as Portfolio, now as Portfolio) : now),
    staleTime: EVERY_MS,
    refetchInterval: ({ state }) => pace(state.data),
  });
  const report = ({ data = rendered, isError }: { data: Portfolio | undefined; isError: boolean }) =>
    tell({ portfolio: data, failing: isError });
  const end = observer.subscribe(report);
  report(observer.getCurrentResult());
  return end;
}
