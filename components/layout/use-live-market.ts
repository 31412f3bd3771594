"use client";

import { useQuery } from "@tanstack/react-query";
import type { MarketSnapshot } from "@/lib/market/schemas";
import { paths } from "@/lib/paths";

const EVERY_MS = 60_000;

/** The market of the page, as the server rendered it and then a minute young, one request for all who ask. */
export function useLiveMarket(initial: MarketSnapshot): { market: MarketSnapshot; failing: boolean } {
  const { data, isError } = useQuery({
    queryKey: ["market"],
    queryFn: async ({ signal }) => {
      const answer = await fetch(paths.api.networkStats(), { signal });
      if (!answer.ok) throw new Error(`${paths.api.networkStats()} answered ${answer.status}`);
      return (await answer.json()) as MarketSnapshot;
    },
    initialData: initial,
    staleTime: EVERY_MS,
    refetchInterval: EVERY_MS,
  });
  return { market: data, failing: isError };
}
