import { QueryObserver } from "@tanstack/react-query";
import { paths } from "@/lib/paths";
import { asStale } from "./as-stale";
import type { LiveMarket } from "./live-market";
import { queryClient } from "./query-client";

const EVERY_MS = 60_000;

export type WatchedMarket = { market: LiveMarket; failing: boolean };

/** Tells of the market once a minute, one request for all who watch; returns what ends the watch. */
export function watchMarket(rendered: LiveMarket, tell: (state: WatchedMarket) => void): () => void {
  const observer = new QueryObserver<LiveMarket>(queryClient, {
    queryKey: ["market"],
    queryFn: async ({ signal }) => {
      const answer = await fetch(paths.api.networkStats(), { signal });
      if (!answer.ok) throw new Error(`${paths.api.networkStats()} answered ${answer.status}`);
      return answer.json();
    },
    initialData: rendered,
    staleTime: EVERY_MS,
    refetchInterval: EVERY_MS,
  });
  return observer.subscribe(({ data = rendered, isError }) =>
    tell({ market: isError ? asStale(data) : data, failing: isError }),
  );
}
