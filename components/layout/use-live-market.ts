"use client";

import { useQuery } from "@tanstack/react-query";
import { paths } from "@/lib/paths";
import { type LiveMarket, withFreshFigures } from "./live-market";

const EVERY_MS = 60_000;

/** The market of the page, as the server rendered it and then never older than a minute; asked once for all who use it. */
export function useLiveMarket(initial: LiveMarket): { market: LiveMarket; failing: boolean } {
  const { data, isError } = useQuery({
    queryKey: ["market"],
    queryFn: async ({ signal }) => {
      const [price, stats] = await Promise.all([
        read(paths.api.btcPrice(), signal),
        read(paths.api.networkStats(), signal),
      ]);
      return withFreshFigures(initial, price, stats);
    },
    initialData: initial,
    staleTime: EVERY_MS,
    refetchInterval: EVERY_MS,
  });
  return { market: data, failing: isError };
}

async function read(path: string, signal: AbortSignal) {
  const answer = await fetch(path, { signal });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return answer.json();
}
