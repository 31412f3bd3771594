"use client";

import CircleAlert from "lucide-react/icons/circle-alert";
import type { FormState } from "./form-state";
import { useErrorWords } from "./use-error-words";

/** Why something was refused and what to do, and for a fault of ours the number to report. */
export function Refusal({ state }: { state: FormState }) {
  const words = useErrorWords();
  return (
    <div
      role="alert"
      data-form-alert
      tabIndex={-1}
      className="flex gap-2 border-l-2 border-down py-1 pl-3 focus-visible:outline-offset-4"
    >
      <CircleAlert aria-hidden="true" className="mt-[0.2em] size-4 shrink-0 text-down" />
      <div className="grid gap-0.5">
        <p>{words.ofForm(state)}</p>
        {state.requestId && (state.code === "internal" || state.code === "unavailable") && (
          <p className="text-xs break-all text-subtle select-all">{words.request(state.requestId)}</p>
        )}
      </div>
    </div>
  );
}
