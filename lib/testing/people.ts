import { randomBytes } from "node:crypto";
import { register } from "@/lib/identity/use-cases/register";
import { verifyEmail } from "@/lib/identity/use-cases/verify-email";
import type { Ctx } from "@/lib/kernel/context";
import { newRequestId } from "@/lib/kernel/ids";
import { resolveCaller } from "@/lib/transport/caller";
import { callerCtx, visitorCtx } from "@/lib/transport/ctx";
import { mailedToken } from "./mails";
import { query } from "./sql";

export const PASSWORD = "seven-quiet-transformers";
let addresses = 0;

/** A visitor from an address of their own, so that no test uses up the tries of another. */
export function visitor(more: Partial<Ctx["client"]> = {}): Ctx {
  addresses++;
  const ip = `198.51.${Math.floor(addresses / 250)}.${(addresses % 250) + 1}`;
  const client = { ip, userAgent: "Mozilla/5.0 (test)", origin: "http://127.0.0.1:3000", deviceCookie: null };
  return visitorCtx(newRequestId(), "en", { ...client, ...more });
}

export const newAddress = (name = "ada"): string => `${name}.${randomBytes(6).toString("hex")}@mine.example`;

/** Signs up a company with an owner whose address is confirmed. `demo`: no second factor is asked of them. */
export async function signedUp(options: { demo?: boolean } = {}): Promise<{ email: string; password: string }> {
  const email = newAddress();
  await register.execute(visitor(), { email, password: PASSWORD, name: "Ada Li", company: "Quiet Mine" });
  await verifyEmail.execute(visitor(), { token: await mailedToken(email) });
  if (options.demo) await query("update users set is_demo = true where email = $1", [email]);
  return { email, password: PASSWORD };
}

/** The context of a request that carries this session; throws when the session is over. */
export async function withSession(sid: string): Promise<Ctx> {
  const { ctx } = await sessionCaller(sid);
  if (!ctx) throw new Error("The session is over.");
  return ctx;
}

/** The same through the door's own look at who asks. */
export async function sessionCaller(sid: string): Promise<{ live: boolean; ctx?: Ctx }> {
  const { sealCookie, cookieName } = await import("@/lib/identity/adapters/session-cookie");
  const cookie = `${cookieName(false)}=${await sealCookie(sid, false, 3_600)}`;
  const headers = new Headers({ cookie });
  const caller = await resolveCaller(headers, "http://127.0.0.1:3000", "192.0.2.1", new Date());
  if (caller.kind === "anonymous") return { live: false };
  const request = { requestId: newRequestId(), locale: "en" as const, client: visitor().client };
  return { live: true, ctx: callerCtx(caller, request) };
}
