"use server";

import { cookies, headers } from "next/headers";
import type { FormState } from "@/components/identity/form/form-state";
import { PENDING_MAIL_COOKIE, PENDING_MAIL_S } from "@/lib/identity/core/pending-mail";
import { register } from "@/lib/identity/use-cases/register";
import { resendVerification } from "@/lib/identity/use-cases/verify-email";
import { paths } from "@/lib/paths";
import { act } from "@/lib/transport/act";
import { isSecureOrigin, publicOrigin } from "@/lib/transport/client-info";
import { answerOf, asked, onTo } from "../../form-answer";
import { localeOf } from "../place-after";

const signUpCompany = act(register);
const resend = act(resendVerification);

/** Signs up, and leaves a note for the next page: where the mail went. */
export async function signUp(_: FormState, form: FormData): Promise<FormState> {
  const locale = localeOf(form);
  const result = await signUpCompany({
    company: asked(form, "company"),
    name: asked(form, "name"),
    email: asked(form, "email"),
    password: asked(form, "password"),
    locale,
  });
  if (!result.ok) return answerOf(result, form);
  const secure = isSecureOrigin(publicOrigin(await headers()));
  const attributes = { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: PENDING_MAIL_S } as const;
  (await cookies()).set(PENDING_MAIL_COOKIE, result.data.pending_mail, attributes);
  return onTo(paths.signUpMail(locale));
}

/** Sends the link once more; the answer is the same for every address. */
export async function sendAgain(_: FormState, form: FormData): Promise<FormState> {
  const result = await resend({ email: asked(form, "email") });
  return result.ok ? { status: "done" } : answerOf(result, form);
}
