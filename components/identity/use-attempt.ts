"use client";

import { useRef, useState } from "react";
import { type ActionAnswer, type FormState, failedWith, UNREACHABLE } from "./form/form-state";
import { useStepUp } from "./step-up/step-up-context";

/** One press of a button that calls the server: never twice at once, with its refusal in words. */
export function useAttempt() {
  const stepUp = useStepUp();
  const busy = useRef(false);
  const [pending, setPending] = useState(false);
  const [refused, setRefused] = useState<FormState>();

  /** Gives the data of success; nothing where it failed, which `refused` then says. */
  const attempt = async <T>(run: () => Promise<ActionAnswer<T>>): Promise<{ data: T } | undefined> => {
    if (busy.current) return undefined;
    busy.current = true;
    setPending(true);
    setRefused(undefined);
    try {
      const answer = await stepUp(run);
      if (answer.ok) return { data: answer.data };
      setRefused(failedWith(answer));
    } catch {
      setRefused(UNREACHABLE);
    } finally {
      busy.current = false;
      setPending(false);
    }
    return undefined;
  };
  return { attempt, pending, refused, clear: () => setRefused(undefined) };
}
