"use server";

import type { FormState } from "@/components/identity/form/form-state";
import { completeMfa } from "@/lib/identity/use-cases/complete-mfa";
import { askPasskey } from "@/lib/identity/use-cases/factors/ask-passkey";
import { askWalletMessage } from "@/lib/identity/use-cases/factors/ask-wallet-message";
import { passkeySignIn } from "@/lib/identity/use-cases/factors/passkey-sign-in";
import { walletSignIn } from "@/lib/identity/use-cases/factors/wallet-sign-in";
import { login } from "@/lib/identity/use-cases/login";
import { act } from "@/lib/transport/act";
import { challengeLimiter } from "@/lib/transport/limiter";
import { answerOf, asked, onTo, typed } from "../../form-answer";
import { placeAfter } from "../place-after";

const enter = act(login);
const confirm = act(completeMfa);

/** By password. An account with a second factor answers `mfa_required`, with what the second step needs. */
export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  const result = await enter({ email: asked(form, "email"), password: asked(form, "password") });
  if (result.ok) return onTo(placeAfter(form));
  return answerOf(result, form);
}

/** The second step, by a code. */
export async function confirmCode(_: FormState, form: FormData): Promise<FormState> {
  const result = await confirm({ mfa_token: asked(form, "mfa_token"), code: typed(form, "code") });
  if (result.ok) return onTo(placeAfter(form));
  return answerOf(result, form);
}

export const confirmWithPasskey = act(completeMfa);
export const passkeyOptions = act(askPasskey, { limiter: challengeLimiter });
export const signInWithPasskey = act(passkeySignIn);
export const walletMessage = act(askWalletMessage, { limiter: challengeLimiter });
export const signInWithWallet = act(walletSignIn);
