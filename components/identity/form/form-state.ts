import type { FieldError, Members } from "@/lib/kernel/errors";

/**
 * What a form knows of its last answer. `code` and the codes of `errors` are translated by the page; `values` is what was
 * typed, without secrets, so that a page without scripts shows it again; `goTo` is where success leads.
 */
export type FormState<T = unknown> = {
  status: "idle" | "failed" | "done";
  code?: string;
  requestId?: string;
  errors?: FieldError[];
  retryAfterSeconds?: number;
  members?: Members;
  values?: Record<string, string>;
  goTo?: string;
  data?: T;
};

/** What a form calls: a server action, or a function of the page that calls one. */
export type FormAction<T = unknown> = (state: FormState<T>, form: FormData) => Promise<FormState<T>>;

export const IDLE: FormState<never> = { status: "idle" };

/** The server could not be reached at all, or is another one by now. */
export const UNREACHABLE: FormState<never> = { status: "failed", code: "unreachable" };

/** What a server action answers: the data, or a code for which the page has the words. */
export type ActionAnswer<T> =
  | { ok: true; data: T }
  | ({ ok: false; code: string; requestId: string } & Omit<FormState, "status" | "code" | "requestId" | "data">);

export type Action<I, T> = (input: I) => Promise<ActionAnswer<T>>;

/** A refusal as forms show it. */
export const failedWith = ({ ok: _, ...refusal }: Extract<ActionAnswer<unknown>, { ok: false }>): FormState<never> => ({
  status: "failed",
  ...refusal,
});
