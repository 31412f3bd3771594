"use client";

import { type RefObject, useEffect, useState } from "react";

/** The focus goes to the first field that is wrong, each time the form was judged: call what this gives back then. */
export function useFocusFault(form: RefObject<HTMLFormElement | null>): () => void {
  const [judged, setJudged] = useState(0);
  useEffect(() => {
    if (judged > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, judged]);
  return () => setJudged((before) => before + 1);
}
