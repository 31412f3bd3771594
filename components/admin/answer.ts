import type { ActionAnswer } from "../identity/form/form-state";

/** What a server action answers, as far as a page needs to know. */
export type Answer<T> = ActionAnswer<T>;
export type Refused = Extract<ActionAnswer<never>, { ok: false }>;

/** The server could not be reached at all, or is another one by now. */
export const UNREACHABLE: Refused = { ok: false, code: "unreachable", requestId: "" };
