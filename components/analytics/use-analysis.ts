"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { patientImport } from "../ui/patient-import";
import type { Refusal } from "./ask-analysis";
import type { Told } from "./watch-analysis";

/** Nobody reads what a field is on its way through. */
const WAIT_MS = 300;

const loadWatch = patientImport(() => import("./watch-analysis"));

export type Analysis<T> = {
  /** The last good answer; undefined until there is one. */
  answer: T | undefined;
  /** It doesn't belong to what stands in the form: a field is wrong, or the new answer is on its way. */
  isOld: boolean;
  isAsking: boolean;
  refusal: Refusal | null;
  retry: () => void;
};

/**
 * The server's answer to what stands in a form, a moment after the last key press. The request is null while a field is
 * wrong, and undefined while what reads the form isn't there yet.
 */
export function useAnalysis<T>(address: string, request: object | null | undefined): Analysis<T> {
  const body = useMemo(() => (request ? JSON.stringify(request) : null), [request]);
  const asked = useSettled(body);
  const [told, tell] = useState<Told<T> | null>(null);
  const watch = useRef<{ end: () => void; retry: () => void } | null>(null);
  useEffect(() => {
    if (asked === null) return;
    let isGone = false;
    loadWatch().then(({ watchAnalysis }) => {
      if (!isGone) watch.current = watchAnalysis<T>(address, asked, tell);
    });
    return () => {
      isGone = true;
      watch.current?.end();
      watch.current = null;
    };
  }, [address, asked]);
  const lastGood = useRef<{ body: string; answer: T } | null>(null);
  if (told && told.answer !== undefined) lastGood.current = { body: told.body, answer: told.answer };
  const isTold = told !== null && told.body === body;
  return {
    answer: lastGood.current?.answer,
    isOld: lastGood.current !== null && lastGood.current.body !== body,
    isAsking: request !== null && (!isTold || told.isAsking),
    refusal: isTold ? told.refusal : null,
    retry: () => watch.current?.retry(),
  };
}

/** The first value at once, each later one when it has stood for a moment. */
function useSettled(value: string | null): string | null {
  const [settled, settle] = useState(value);
  useEffect(() => {
    if (value === settled) return;
    // There is nothing before the first question that it could follow too soon.
    const timer = setTimeout(settle, settled === null ? 0 : WAIT_MS, value);
    return () => clearTimeout(timer);
  }, [value, settled]);
  return settled;
}
