"use server";

import type { FormState } from "@/components/identity/form/form-state";
import { confirmEmailChange } from "@/lib/identity/use-cases/change-email";
import { askPasswordReset, resetPassword } from "@/lib/identity/use-cases/reset-password";
import { verifyEmail } from "@/lib/identity/use-cases/verify-email";
import { paths } from "@/lib/paths";
import { act } from "@/lib/transport/act";
import { answerOf, asked, onTo } from "../form-answer";
import { localeOf } from "./place-after";

const verify = act(verifyEmail);
const change = act(confirmEmailChange);
const ask = act(askPasswordReset);
const reset = act(resetPassword);

/** A link that is over says more than that something is not there. */
const overIfGone = (state: FormState): FormState =>
  state.code === "not_found" ? { ...state, code: "link_over" } : state;

export async function confirmAddress(_: FormState, form: FormData): Promise<FormState> {
  const result = await verify({ token: asked(form, "token") });
  if (result.ok) return onTo(paths.signIn(localeOf(form), { verified: 1 }));
  return overIfGone(answerOf(result, form));
}

export async function takeNewAddress(_: FormState, form: FormData): Promise<FormState> {
  const result = await change({ token: asked(form, "token") });
  if (result.ok) return onTo(paths.signIn(localeOf(form), { addressChanged: 1 }));
  return overIfGone(answerOf(result, form));
}

/** The same answer for every address. */
export async function askReset(_: FormState, form: FormData): Promise<FormState> {
  const email = asked(form, "email");
  const result = await ask({ email });
  return result.ok ? { status: "done", data: { email } } : answerOf(result, form);
}

export async function setNewPassword(_: FormState, form: FormData): Promise<FormState> {
  const result = await reset({ token: asked(form, "token"), password: asked(form, "password") });
  if (result.ok) return onTo(paths.signIn(localeOf(form), { reset: 1 }));
  return overIfGone(answerOf(result, form));
}
