import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { FormState } from "@/components/identity/form/form-state";
import type { ActionResult } from "@/lib/transport/act";

/** What must not come back into a page. */
const SECRET = /password|code|token|secret/i;

/** A text field as it was typed; nothing where it is missing or empty. */
export function typed(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** As `typed`, for what a use case demands: its own refusal names the field. */
export const asked = (form: FormData, name: string): string => typed(form, name) ?? "";

/** What a form's page needs to know of a use case's answer. */
export function answerOf<T>(result: ActionResult<T>, form: FormData): FormState<T> {
  if (result.ok) return { status: "done", data: result.data };
  const { ok: _, ...refusal } = result;
  return { status: "failed", ...refusal, values: valuesOf(form) };
}

/** Success that leads on: a page with scripts goes there by itself, one without is sent. */
export async function onTo(path: string): Promise<FormState> {
  if ((await headers()).has("next-action")) return { status: "done", goTo: path };
  redirect(path);
}

const valuesOf = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form].filter(
      (entry): entry is [string, string] =>
        typeof entry[1] === "string" && !entry[0].startsWith("$") && !SECRET.test(entry[0]),
    ),
  );
