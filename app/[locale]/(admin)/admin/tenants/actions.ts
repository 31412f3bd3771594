"use server";

import { getLocale } from "next-intl/server";
import type { FormState } from "@/components/identity/form/form-state";
import type { TenantItem } from "@/lib/identity/core/platform/schemas";
import { closeTenant, reopenTenant } from "@/lib/identity/use-cases/platform/close-tenant";
import { startSupport as start } from "@/lib/identity/use-cases/platform/start-support";
import { paths } from "@/lib/paths";
import { act } from "@/lib/transport/act";
import { answerOf, asked, onTo } from "../../../form-answer";

const begin = act(start);
const closeIt = act(closeTenant);
const openIt = act(reopenTenant);

/** From here on the session is a look into the company, which begins on its overview. */
export async function startSupport(_: FormState, form: FormData): Promise<FormState> {
  const input = {
    tenant_id: asked(form, "tenant_id"),
    reason: asked(form, "reason"),
    minutes: Number(asked(form, "minutes")),
  };
  const answer = await begin(input);
  if (!answer.ok) return answerOf(answer, form);
  return onTo(paths.overview(await getLocale()));
}

export async function close(_: FormState<TenantItem>, form: FormData): Promise<FormState<TenantItem>> {
  return answerOf(await closeIt({ id: asked(form, "id"), reason: asked(form, "reason") }), form);
}

export async function reopen(_: FormState<TenantItem>, form: FormData): Promise<FormState<TenantItem>> {
  return answerOf(await openIt({ id: asked(form, "id"), reason: asked(form, "reason") }), form);
}
