"use client";

import { useQuery } from "@tanstack/react-query";
import { paths } from "@/lib/paths";
import type { LiveMarket } from "./live-market";

const EVERY_MS = 60_000;

/** The market of the page, as the server rendered it and then never older than a minute; asked once for all who use it. */
export function useLiveMarket(initial: LiveMarket): { market: LiveMarket; failing: boolean } {
  const { data, isError } = useQuery({
    queryKey: ["market"],
    queryFn: async ({ signal }): Promise<LiveMarket> => {
      const answer = await fetch(paths.api.networkStats(), { signal });
      if (!answer.ok) throw new Error(`${paths.api.networkStats()} answered ${answer.status}`);
      return answer.json();
    },
    initialData: initial,
    staleTime: EVERY_MS,
    refetchInterval: EVERY_MS,
  });
  return { market: data, failing: isError };
}
