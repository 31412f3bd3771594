"use client";

import { useQuery } from "@tanstack/react-query";
import type { SystemJobs } from "@/lib/admin/core/job-schemas";
import { isAnyOpen } from "@/lib/admin/core/open-runs";
import { paths } from "@/lib/paths";
import { queryClient } from "../../layout/query-client";
import { pageClock } from "../../ui/page-clock";

const EVERY_MS = 1_000;

/**
 * The jobs as the page came with them, and looked at again each second while a run is about to end; not longer, for a page
 * that is left open must not keep its session alive.
 */
export function useJobs(initial: SystemJobs): { jobs: SystemJobs; lookAgain: () => void } {
  const { data, refetch } = useQuery(
    {
      // What the server sends anew takes the place of what was looked at in between.
      queryKey: ["system-jobs", initial.checked_at],
      queryFn: async ({ signal }) => {
        const answer = await fetch(paths.api.systemJobs(), { signal });
        if (!answer.ok) throw new Error(`the jobs answered ${answer.status}`);
        const jobs = (await answer.json()) as SystemJobs;
        pageClock.tick();
        return jobs;
      },
      initialData: initial,
      refetchInterval: ({ state }) => (state.data && isAnyOpen(state.data) ? EVERY_MS : false),
    },
    queryClient,
  );
  return { jobs: data, lookAgain: () => void refetch() };
}
