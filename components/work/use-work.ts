"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { WorkItem } from "@/lib/work/schemas";
import { queryClient } from "../layout/query-client";
import { paceOf, type Sample, withSample } from "./work-pace";
import { isOver, workQuery } from "./work-query";

/** How far a long work is, asked for until it is over; `rendered` is what the server knew. */
export function useWork(id: string, rendered: WorkItem | null) {
  const { data, isError, refetch } = useQuery(
    { ...workQuery(id), ...(rendered ? { initialData: rendered } : {}) },
    queryClient,
  );
  const work = data ?? null;
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  useEffect(() => {
    if (work?.state === "running" && work.done !== null)
      setSamples((before) => withSample(before, { at: Date.now(), done: work.done ?? 0 }));
  }, [work]);
  return {
    work,
    isOver: work !== null && isOver(work),
    /** Nobody answers; it is asked on. */
    failing: isError,
    pace: paceOf(samples, work?.total ?? 0),
    refetch,
  };
}
