"use client";

import { failedWith } from "../identity/form/form-state";
import { useErrorWords } from "../identity/form/use-error-words";
import { useStepUp } from "../identity/step-up/step-up-context";
import { toast } from "../ui/toast";
import { type Answer, type Refused, UNREACHABLE } from "./answer";

/** Runs actions of a page: with a proof of identity where one is asked for, and with words for what is refused. */
export function useAct() {
  const stepUp = useStepUp();
  const words = useErrorWords();
  const say = (refused: Refused): string => words.ofForm(failedWith(refused));
  return {
    run: <T>(action: () => Promise<Answer<T>>): Promise<Answer<T>> =>
      stepUp(action).catch((): Answer<T> => UNREACHABLE),
    say,
    /** In the corner. Whoever closed the question for a proof knows that nothing happened. */
    tell: (refused: Refused): void => {
      if (refused.code !== "step_up_required") toast.error(say(refused));
    },
  };
}
