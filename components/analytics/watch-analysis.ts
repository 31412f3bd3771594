import { QueryObserver } from "@tanstack/react-query";
import { queryClient } from "../layout/query-client";
import { askAnalysis, Refusal } from "./ask-analysis";

const FRESH_MS = 300_000;
const MOST_RETRIES = 2;

/** What became of a question. */
export type Told<T> = { body: string; answer: T | undefined; refusal: Refusal | null; isAsking: boolean };

/** Asks, unless it was asked a moment ago, and tells what becomes of it. */
export function watchAnalysis<T>(
  address: string,
  body: string,
  tell: (told: Told<T>) => void,
): { end: () => void; retry: () => void } {
  const observer = new QueryObserver<T>(queryClient, {
    queryKey: [address, body],
    queryFn: ({ signal }) => askAnalysis<T>(address, { body, signal }),
    staleTime: FRESH_MS,
    gcTime: FRESH_MS,
    // Offline is said at once; it would else wait in silence.
    networkMode: "always",
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retry: (count, why) => count < MOST_RETRIES && why instanceof Refusal && why.isPassing,
  });
  const report = ({ data, error, isFetching }: ReturnType<typeof observer.getCurrentResult>) =>
    tell({ body, answer: data, refusal: error instanceof Refusal ? error : null, isAsking: isFetching });
  const end = observer.subscribe(report);
  report(observer.getCurrentResult());
  return { end, retry: () => void observer.refetch() };
}
