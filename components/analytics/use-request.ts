"use client";

import { useEffect, useMemo, useState } from "react";
import type { FieldProblem } from "../calculator/field-problem";

type Read = { request: object | null; problems: readonly FieldProblem[] };
type Reader<Draft, Around> = (draft: Draft, around: Around) => Read;

const UNREAD: { request: undefined; problems: readonly FieldProblem[] } = { request: undefined, problems: [] };

/**
 * What stands in a form as a request; null while a field is wrong. What reads it weighs more than the form: it comes once
 * that stands, and until then the request is undefined.
 */
export function useRequest<Draft, Around>(
  load: () => Promise<Reader<Draft, Around>>,
  draft: Draft,
  around: Around,
): Read | typeof UNREAD {
  const [reader, setReader] = useState<{ read: Reader<Draft, Around> } | null>(null);
  useEffect(() => {
    let isGone = false;
    load().then((read) => {
      if (!isGone) setReader({ read });
    });
    return () => {
      isGone = true;
    };
  }, [load]);
  return useMemo(() => (reader ? reader.read(draft, around) : UNREAD), [reader, draft, around]);
}
