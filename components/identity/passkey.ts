import type { z } from "zod";
import type { PasskeyAssertion, PasskeyRegistration } from "@/lib/identity/core/factors/schemas";
import type { Action, ActionAnswer } from "./form/form-state";

/** WebAuthn's options as the server makes them; the browser knows their shape. */
export type PasskeyOptions = { options: { challenge: string } };
export type AskPasskey = Action<Record<string, never>, PasskeyOptions>;

export type Assertion = z.input<typeof PasskeyAssertion>;
export type Registration = z.input<typeof PasskeyRegistration>;

type Denied = Extract<ActionAnswer<never>, { ok: false }>;

/** This page's own refusals, in the shape of the server's. */
export const refusedHere = (code: string): Denied => ({ ok: false, code, requestId: "" });

/** Asks the browser for a passkey of this site. */
export async function passkeyAnswer(ask: AskPasskey): Promise<ActionAnswer<Assertion>> {
  const browser = await import("@simplewebauthn/browser");
  if (!browser.browserSupportsWebAuthn()) return refusedHere("passkey_unsupported");
  const asked = await ask({});
  if (!asked.ok) return asked;
  const optionsJSON = asked.data.options as Parameters<typeof browser.startAuthentication>[0]["optionsJSON"];
  return answerOf(() => browser.startAuthentication({ optionsJSON }) as Promise<Assertion>);
}

/** Has the browser make a passkey. */
export async function newPasskey(ask: AskPasskey): Promise<ActionAnswer<Registration>> {
  const browser = await import("@simplewebauthn/browser");
  if (!browser.browserSupportsWebAuthn()) return refusedHere("passkey_unsupported");
  const asked = await ask({});
  if (!asked.ok) return asked;
  const optionsJSON = asked.data.options as Parameters<typeof browser.startRegistration>[0]["optionsJSON"];
  return answerOf(() => browser.startRegistration({ optionsJSON }) as Promise<Registration>);
}

async function answerOf<T>(run: () => Promise<T>): Promise<ActionAnswer<T>> {
  try {
    return { ok: true, data: await run() };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    return refusedHere(code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED" ? "passkey_taken" : "passkey_denied");
  }
}
