"use server";

import type { FormState } from "@/components/identity/form/form-state";
import { acceptInvitation } from "@/lib/identity/use-cases/members/accept-invitation";
import { joinCompany } from "@/lib/identity/use-cases/members/join-company";
import { switchTenant } from "@/lib/identity/use-cases/switch-tenant";
import { paths } from "@/lib/paths";
import { act } from "@/lib/transport/act";
import { answerOf, asked, onTo } from "../../../form-answer";
import { localeOf } from "../../place-after";

const take = act(acceptInvitation);
const enter = act(switchTenant);
const joinAs = act(joinCompany);

/** As who is signed in; goes on in the company that one has just joined. */
export async function accept(_: FormState, form: FormData): Promise<FormState> {
  const taken = await take({ token: asked(form, "token") });
  if (!taken.ok) return answerOf(taken, form);
  const entered = await enter({ tenant_id: taken.data.tenant_id });
  return entered.ok ? onTo(paths.overview(localeOf(form))) : answerOf(entered, form);
}

/** Makes an account, which is then signed in. */
export async function join(_: FormState, form: FormData): Promise<FormState> {
  const input = { token: asked(form, "token"), name: asked(form, "name"), password: asked(form, "password") };
  const joined = await joinAs(input);
  return joined.ok ? onTo(paths.overview(localeOf(form))) : answerOf(joined, form);
}
