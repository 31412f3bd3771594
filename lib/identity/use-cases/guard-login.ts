import type { Ctx } from "@/lib/kernel/context";
import { limits } from "@/lib/platform/limits/limits";
import { readDevice } from "../adapters/device-cookie";

/**
 * Takes a try from the limits of signing in; call what it gives once the try is judged. A device that has signed in to
 * the account before is counted apart, so that nobody can lock its person out. Throws `limit_exceeded`, `unavailable`.
 */
export async function guardLogin(ctx: Ctx, email: string) {
  const device = email === "" ? null : await readDevice(ctx.client.deviceCookie, email);
  const who = { ip: ctx.client.ip, email: email === "" ? null : email, device };
  await limits().takeLogin(who);
  return { succeeded: () => limits().succeedLogin(who) };
}

/**
 * Takes a try from the limits of codes and of proofs by who is signed in; a known device is counted apart here too, so
 * that whoever has the password can't block the person's second factor.
 */
export async function guardCode(ctx: Ctx, person: { id: string; email: string }) {
  const who = { userId: person.id, device: await readDevice(ctx.client.deviceCookie, person.email) };
  await limits().takeSecondFactor(who);
  return { passed: () => limits().succeedSecondFactor(who) };
}

/** Takes a mail from the limits of what anybody may have sent to an address. */
export async function guardMail(ctx: Ctx, kind: "register" | "verify" | "reset", email: string): Promise<void> {
  if (kind === "register") await limits().takeRegistration(ctx.client.ip);
  else if (kind === "verify") await limits().takeVerificationMail(email);
  else await limits().takeReset({ ip: ctx.client.ip, email });
}

export const guardRefresh = (ctx: Ctx): Promise<void> => limits().takeRefresh(ctx.client.ip);
