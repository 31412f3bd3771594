import { queryOptions } from "@tanstack/react-query";
import { paths } from "@/lib/paths";
import type { WorkItem } from "@/lib/work/schemas";

/** Short works end within the first second; of a long one every other is soon enough. */
const SOON_MS = 300;
const LATER_MS = 1_000;
const SHORT_MS = 3_000;

const OVER: ReadonlySet<WorkItem["state"]> = new Set(["done", "failed", "cancelled"]);
export const isOver = ({ state }: WorkItem): boolean => OVER.has(state);

/** How far a work is, asked for until it is over. */
export const workQuery = (id: string) =>
  queryOptions({
    queryKey: ["work", id],
    queryFn: async ({ signal }): Promise<WorkItem> => {
      const answer = await fetch(paths.api.work(id), { signal, cache: "no-store" });
      if (!answer.ok) throw new Error(`${paths.api.work(id)} answered ${answer.status}`);
      return answer.json();
    },
    staleTime: 0,
    refetchInterval: ({ state: { data } }) => {
      if (data && isOver(data)) return false;
      return data && Date.now() - Date.parse(data.created_at) < SHORT_MS ? SOON_MS : LATER_MS;
    },
  });
