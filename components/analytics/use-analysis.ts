"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { queryClient } from "../layout/query-client";
import { askAnalysis, Refusal } from "./ask-analysis";

/** Nobody reads what a field is on its way through. */
const WAIT_MS = 300;
const FRESH_MS = 300_000;
const MOST_RETRIES = 2;

export type Analysis<T> = {
  /** The last good answer; undefined until there is one. */
  answer: T | undefined;
  /** It doesn't belong to what stands in the form: a field is wrong, or the new answer is on its way. */
  isOld: boolean;
  isAsking: boolean;
  refusal: Refusal | null;
  retry: () => void;
};

/** The server's answer to what stands in a form, a moment after the last key press; null while a field is wrong. */
export function useAnalysis<T>(address: string, request: object | null): Analysis<T> {
  const body = request && JSON.stringify(request);
  const asked = useSettled(body);
  const { data, error, isFetching, refetch } = useQuery<{ body: string; answer: T }, Error>(
    {
      queryKey: [address, asked],
      queryFn: async ({ signal }) => {
        const text = asked ?? "";
        return { body: text, answer: await askAnalysis<T>(address, { body: text, signal }) };
      },
      enabled: asked !== null,
      staleTime: FRESH_MS,
      // Offline is said at once; it would else wait in silence.
      networkMode: "always",
      gcTime: FRESH_MS,
      retry: (count, why) => count < MOST_RETRIES && why instanceof Refusal && why.isPassing,
    },
    queryClient,
  );
  const lastGood = useRef(data);
  if (data) lastGood.current = data;
  const shown = lastGood.current;
  return {
    answer: shown?.answer,
    isOld: shown !== undefined && shown.body !== body,
    isAsking: body !== null && (isFetching || body !== asked),
    refusal: body !== null && body === asked && error instanceof Refusal ? error : null,
    retry: () => void refetch(),
  };
}

/** The first value at once, each later one when it has stood for a moment. */
function useSettled(value: string | null): string | null {
  const [settled, settle] = useState(value);
  useEffect(() => {
    if (value === settled) return;
    const timer = setTimeout(settle, WAIT_MS, value);
    return () => clearTimeout(timer);
  }, [value, settled]);
  return settled;
}
