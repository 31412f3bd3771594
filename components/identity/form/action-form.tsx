"use client";

import {
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from "react";
import { useStepUp } from "../step-up/step-up-context";
import { FormAlert } from "./form-alert";
import { FormContext } from "./form-context";
import { type FormAction, type FormState, IDLE, UNREACHABLE } from "./form-state";

type Props<T> = {
  action: FormAction<T>;
  /** After success; what the answer carries is in `data`. */
  onDone?: (data: T | undefined, form: HTMLFormElement | null) => void;
  /** What goes along and isn't typed. */
  hidden?: Record<string, string | undefined>;
  /** Leaves the answer to a failure to `onFailed`, where it returns true. */
  onFailed?: (state: FormState<T>) => boolean;
  className?: string;
  children: ReactNode;
};

/**
 * A form over a server action. It posts without scripts too; with them the page stays, what was typed stays, a second
 * press while it works does nothing, and the focus goes to the first wrong field. An action that asks for a proof of
 * identity gets one from the dialog and is then repeated.
 */
export function ActionForm<T>({ action, onDone, onFailed, hidden = {}, className, children }: Props<T>) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const [names] = useState(() => new Set<string>());
  const busy = useRef(false);
  const stepUp = useStepUp();
  const [posted, post] = useActionState<FormState<T>, FormData>(action, IDLE);
  const [answer, setAnswer] = useState<FormState<T>>();
  const [pending, setPending] = useState(false);
  const state = answer ?? posted;

  const submit = async (data: FormData) => {
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    const next = await stepUp(() => action(state, data)).catch(() => UNREACHABLE as FormState<T>);
    startTransition(() => {
      if (next.status === "failed" && onFailed?.(next)) setAnswer(undefined);
      else setAnswer(next);
      if (next.goTo === undefined) {
        busy.current = false;
        setPending(false);
      }
    });
    // Whole documents at the door: nothing of before stays in the browser's memory.
    if (next.goTo !== undefined) window.location.assign(next.goTo);
    else if (next.status === "done") onDone?.(next.data, form.current);
  };

  // A form that was sent before the page came to life answers here.
  const done = useEffectEvent((early: FormState<T>) => {
    if (early.goTo !== undefined) window.location.assign(early.goTo);
    else if (early.status === "done") onDone?.(early.data, form.current);
  });
  useEffect(() => done(posted), [posted]);

  useEffect(() => {
    if (state.status !== "failed") return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? form.current?.querySelector<HTMLElement>("[data-form-alert]"))?.focus();
  }, [state]);

  return (
    <FormContext value={{ id, state, pending, names }}>
      <form
        ref={form}
        noValidate
        action={post}
        onSubmit={(event) => {
          event.preventDefault();
          void submit(new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter));
        }}
        className={className ?? "grid gap-4"}
      >
        {Object.entries(hidden).map(
          ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <FormAlert />
        {children}
      </form>
    </FormContext>
  );
}
