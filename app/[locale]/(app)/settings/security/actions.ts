"use server";

import type { FormState } from "@/components/identity/form/form-state";
import { askEmailChange } from "@/lib/identity/use-cases/change-email";
import { changePassword as change } from "@/lib/identity/use-cases/change-password";
import { endOtherSessions } from "@/lib/identity/use-cases/sessions/end-other-sessions";
import { endOwnSession } from "@/lib/identity/use-cases/sessions/end-own-session";
import { act } from "@/lib/transport/act";
import { answerOf, asked } from "../../../form-answer";

const newPassword = act(change);
const newAddress = act(askEmailChange);

export const endSession = act(endOwnSession);
export const endOthers = act(endOtherSessions);

export async function changePassword(_: FormState, form: FormData): Promise<FormState> {
  const input = {
    current_password: asked(form, "current_password"),
    new_password: asked(form, "new_password"),
  };
  return answerOf(await newPassword(input), form);
}

export async function changeEmail(_: FormState, form: FormData): Promise<FormState> {
  return answerOf(await newAddress({ email: asked(form, "email") }), form);
}
