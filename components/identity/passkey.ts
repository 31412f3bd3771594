import type { Action, ActionAnswer } from "./form/form-state";

/** WebAuthn's options as the server makes them; the browser knows their shape. */
type Options = { options: { challenge: string } };
type Denied = Extract<ActionAnswer<never>, { ok: false }>;
type Answer = { ok: true; data: Record<string, unknown> } | Denied;

/** This page's own refusals, in the shape of the server's. */
export const refusedHere = (code: string): Denied => ({ ok: false, code, requestId: "" });

/** Asks the browser for a passkey of this site. */
export async function passkeyAnswer(ask: Action<Record<string, never>, Options>): Promise<Answer> {
  const browser = await import("@simplewebauthn/browser");
  if (!browser.browserSupportsWebAuthn()) return refusedHere("passkey_unsupported");
  const asked = await ask({});
  if (!asked.ok) return asked;
  return answerOf(() =>
    browser.startAuthentication({
      optionsJSON: asked.data.options as unknown as Parameters<typeof browser.startAuthentication>[0]["optionsJSON"],
    }),
  );
}

/** Has the browser make a passkey. */
export async function makePasskeyBy(options: Options["options"]): Promise<Answer> {
  const browser = await import("@simplewebauthn/browser");
  if (!browser.browserSupportsWebAuthn()) return refusedHere("passkey_unsupported");
  return answerOf(() =>
    browser.startRegistration({
      optionsJSON: options as unknown as Parameters<typeof browser.startRegistration>[0]["optionsJSON"],
    }),
  );
}

async function answerOf(run: () => Promise<object>): Promise<Answer> {
  try {
    return { ok: true, data: (await run()) as Record<string, unknown> };
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    return refusedHere(code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED" ? "passkey_taken" : "passkey_denied");
  }
}
