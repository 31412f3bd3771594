import { QueryObserver } from "@tanstack/react-query";
import type { WorkItem } from "@/lib/work/schemas";
import { queryClient } from "../layout/query-client";
import { toast } from "../ui/toast";
import { isOver, workQuery } from "./work-query";

/** Whoever waited so long has gone on to something else. */
const LONG_MS = 10_000;

type Words = { done: string; failed: string; open: string };

const followed = new Set<string>();

/**
 * Watches a work to its end, on whichever page somebody is by then, and tells of the end in the corner where it took
 * longer than ten seconds. `onOpen` leads back to it.
 */
export function followWork(id: string, words: Words, onOpen: () => void): void {
  if (followed.has(id)) return;
  followed.add(id);
  const observer = new QueryObserver(queryClient, workQuery(id));
  const end = observer.subscribe(({ data }) => {
    if (!data || !isOver(data)) return;
    followed.delete(id);
    // Not from within its own notice.
    queueMicrotask(() => end());
    if (lastedMs(data) <= LONG_MS || data.state === "cancelled") return;
    if (data.state === "done") toast.success(words.done, { label: words.open, run: onOpen });
    else toast.error(words.failed, { label: words.open, run: onOpen });
  });
}

const lastedMs = ({ created_at, finished_at }: WorkItem): number =>
  Date.parse(finished_at ?? created_at) - Date.parse(created_at);
