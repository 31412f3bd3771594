import { useEffect, useRef, useState } from "react";
import type { Outcome } from "./compute-outcome";
import type { Futures, FuturesAnswer, FuturesRequest } from "./futures.worker";

const PAUSE_MS = 150;

/**
 * The joint paths of the scenario in view, computed in a thread after the reader pauses. Until they are there the
 * last ones stay, marked as old by `current`.
 */
export function useFutures(outcome: Outcome, initial: Futures | null): { futures: Futures | null; current: boolean } {
  const [state, setState] = useState<{ of: Outcome["futures"]; futures: Futures | null }>({
    of: outcome.futures,
    futures: initial,
  });
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);
  const { futures: request } = outcome;
  // With a bad field nothing is being computed: the last futures stay, greyed with the rest.
  const current = request === null || state.of === request;

  useEffect(() => {
    if (!request || current) return;
    const timer = setTimeout(() => {
      worker.current ??= new Worker(new URL("./futures.worker.ts", import.meta.url), { type: "module" });
      const id = ++asked.current;
      worker.current.onmessage = ({ data }: MessageEvent<FuturesAnswer>) => {
        if (data.id === asked.current) setState({ of: request, futures: data.futures });
      };
      const message: FuturesRequest = { id, ...request };
      worker.current.postMessage(message);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [request, current]);

  useEffect(
    () => () => {
      worker.current?.terminate();
      worker.current = null;
    },
    [],
  );
  return { futures: state.futures, current };
}
