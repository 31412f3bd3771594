"use server";

import type { FormState } from "@/components/identity/form/form-state";
import type { NewKey } from "@/components/identity/keys/key-actions";
import { createKey as create } from "@/lib/identity/use-cases/api-keys/create-key";
import { revokeKey as revoke } from "@/lib/identity/use-cases/api-keys/revoke-key";
import { rotateKey as rotate } from "@/lib/identity/use-cases/api-keys/rotate-key";
import { act } from "@/lib/transport/act";
import { answerOf, asked, typed } from "../../../form-answer";

const make = act(create);
const replace = act(rotate);

export const revokeKey = act(revoke);

type Scopes = Parameters<typeof make>[0]["scopes"];

/** One scope a module, one address a line; the last day counts whole. */
export async function createKey(_: FormState<NewKey>, form: FormData): Promise<FormState<NewKey>> {
  const scopes = [...form].flatMap(([name, value]) => (name.startsWith("scope.") && value !== "" ? [value] : []));
  const input = {
    name: asked(form, "name"),
    scopes: scopes as Scopes,
    allow_list: asked(form, "allow_list")
      .split(/[\n,]/)
      .map((line) => line.trim())
      .filter((line) => line !== ""),
    ...lastDayOf(form),
  };
  return answerOf(await make(input), form);
}

export async function rotateKey(_: FormState<NewKey>, form: FormData): Promise<FormState<NewKey>> {
  const hours = typed(form, "overlap_hours");
  const overlap_hours = hours === undefined ? Number.NaN : Number(hours);
  return answerOf(await replace({ id: asked(form, "id"), overlap_hours, ...lastDayOf(form) }), form);
}

function lastDayOf(form: FormData): { expires_at?: string } {
  const lastDay = typed(form, "expires_at");
  return lastDay === undefined ? {} : { expires_at: `${lastDay}T23:59:59.000Z` };
}
