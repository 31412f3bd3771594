import { randomUUID } from "node:crypto";
import type { Action, Place } from "./actions";
import { type Answer, ask } from "./http";

/** What an action gave back, as the page that called it reads it. */
export type Returned = { ok?: boolean; status?: string; code?: string; data?: unknown; goTo?: string };
export type Called = { answer: Answer; returned: Returned | undefined };

export type Call = {
  headers: Record<string, string>;
  input?: unknown;
  fields?: Record<string, string>;
  from?: string;
};

/** Calls an action over HTTP as React does: its arguments as Flight, by the id of the build. */
export async function callAction(action: Action, place: Place, { headers, ...sent }: Call): Promise<Called> {
  const { type, body } = action.takes === "form" ? formCall(sent.fields ?? {}) : plainCall(action, sent.input ?? {});
  const answer = await ask({
    method: "POST",
    path: place.page,
    headers: { accept: "text/x-component", "next-action": place.id, "content-type": type, ...headers },
    body,
    ...(sent.from ? { from: sent.from } : {}),
  });
  return { answer, returned: returnedBy(answer) };
}

const plainCall = ({ takes }: Action, input: unknown) => ({
  type: "text/plain;charset=UTF-8",
  body: JSON.stringify(takes === "nothing" ? [] : [input]),
});

/** The state of the form and what was typed: `(state, form) => …`. */
function formCall(fields: Record<string, string>) {
  const boundary = `----${randomUUID()}`;
  // Its fields go first, as React sends them: the row that names the form is read when it comes.
  const rows = [
    ...Object.entries(fields).map(([name, value]) => [`_1_${name}`, value]),
    ["0", '[{"status":"idle"},"$K1"]'],
  ];
  const parts = rows.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${parts.join("")}--${boundary}--\r\n` };
}

/** The row of the answer that the first one calls the action's result. */
function returnedBy({ headers, text }: Answer): Returned | undefined {
  if (!headers["content-type"]?.startsWith("text/x-component")) return undefined;
  const rows = new Map(
    text.split("\n").flatMap((line): [string, string][] => {
      const [, id, row] = /^([0-9a-f]+):(?!D)(.*)$/s.exec(line) ?? [];
      return id === undefined || row === undefined ? [] : [[id, row]];
    }),
  );
  const [, id] = /"a":"\$@([0-9a-f]+)"/.exec(rows.get("0") ?? "") ?? [];
  const row = rows.get(id ?? "");
  return row?.startsWith("{") ? (JSON.parse(row) as Returned) : undefined;
}
