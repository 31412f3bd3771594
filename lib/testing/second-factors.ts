import { totpCodes } from "@/lib/identity/adapters/totp";
import { STEP_MS } from "@/lib/identity/core/factors/judge-totp";
import { addPasskey } from "@/lib/identity/use-cases/factors/add-passkey";
import { beginPasskey } from "@/lib/identity/use-cases/factors/begin-passkey";
import { beginTotp } from "@/lib/identity/use-cases/factors/begin-totp";
import { confirmTotp } from "@/lib/identity/use-cases/factors/confirm-totp";
import type { Ctx } from "@/lib/kernel/context";
import { type SoftwareAuthenticator, softwareAuthenticator } from "./software-authenticator";

/** Where passkeys and wallets are tried: a host with a name. */
export const SITE = "http://localhost:3000";

/** The same request `ms` later; its clock then stands still, so that no step of 30 s ends in the middle of a test. */
export const later = (ctx: Ctx, ms: number): Ctx => {
  const then = new Date(ctx.now().getTime() + ms);
  return { ...ctx, now: () => then };
};

/** The same request as from a page at `SITE`. */
export const atSite = (ctx: Ctx, origin = SITE): Ctx => ({ ...ctx, client: { ...ctx.client, origin } });

/** What an app with this secret shows to who asks now; `off` steps later or earlier. */
export const codeFor = (ctx: Ctx, secret: string, off = 0): string =>
  totpCodes(secret)(Math.floor(ctx.now().getTime() / STEP_MS) + off);

/** Turns an authenticator app on; further codes must be of later steps. */
export async function withTotp(asked: Ctx): Promise<{ secret: string; recoveryCodes: string[]; sid: string }> {
  const ctx = later(asked, 0);
  const { secret } = await beginTotp.execute(ctx, {});
  const { recovery_codes, sid } = await confirmTotp.execute(ctx, { code: codeFor(ctx, secret) });
  return { secret, recoveryCodes: recovery_codes, sid };
}

/** Gives a person a passkey in software. */
export async function withPasskey(ctx: Ctx, label = "Laptop"): Promise<SoftwareAuthenticator> {
  const device = softwareAuthenticator(SITE);
  const asked = await beginPasskey.execute(atSite(ctx), {});
  await addPasskey.execute(atSite(ctx), { label, passkey: device.create(asked) });
  return device;
}
