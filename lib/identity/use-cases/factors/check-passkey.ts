import type { CommandCtx, Ctx, QueryCtx } from "@/lib/kernel/context";
import { challengeOf, judgeAssertion } from "../../adapters/passkeys";
import { newSecret, sha256Hex } from "../../core/digest";
import { type RelyingParty, relyingParty } from "../../core/factors/relying-party";
import type { PasskeyAssertion } from "../../core/factors/schemas";
import { putToken, takeToken } from "../../data/one-time-tokens";
import { findPasskey, markPasskeyUsed, type PasskeyFacts } from "../../data/passkeys";
import { refusal } from "./refusal";

/** How long a browser has for an answer. */
const ANSWER_WITHIN_MS = 5 * 60_000;
type Purpose = "passkey_register" | "passkey_sign_in";

/** Who is signed in stays so: adding a passkey then failed, and nothing else. */
const KIND = { passkey_register: "validation", passkey_sign_in: "unauthenticated" } as const;
export const challengeIsOver = (purpose: Purpose) =>
  refusal(KIND[purpose], "passkey", "challenge_over", "This took too long, or was answered already: try again.");
export const passkeyUnknown = () =>
  refusal("unauthenticated", "passkey", "passkey_unknown", "This passkey can't be used here: try another way.");

/** The site that passkeys belong to. Throws `unavailable` at a bare address, where browsers know none. */
export function requireSite(ctx: Ctx): RelyingParty {
  const site = relyingParty(ctx.client.origin);
  if (site) return site;
  const message =
    "Passkeys need a host's name: open this installation by one, such as http://localhost, not by an address.";
  throw refusal("unavailable", "passkey", "site_unnamed", message);
}

/** A challenge is a secret of 256 bits that works once, for five minutes; only its hash is kept. */
export async function newChallenge(ctx: QueryCtx, purpose: Purpose, userId: string | null) {
  const challenge = newSecret();
  const now = ctx.now();
  const expiresAt = new Date(now.getTime() + ANSWER_WITHIN_MS);
  await putToken(ctx, { tokenHash: await sha256Hex(challenge), purpose, userId, now, expiresAt });
  return { challenge, expires_at: expiresAt.toISOString() };
}

/** Uses up the challenge that an answer says it answers. Gives it, and who it was for. Throws `challenge_over`. */
export async function takeChallenge(ctx: QueryCtx, purpose: Purpose, clientDataJSON: string) {
  const challenge = challengeOf(clientDataJSON);
  const wanted = { tokenHash: await sha256Hex(challenge ?? ""), purpose, now: ctx.now() };
  const taken = challenge === undefined ? undefined : await takeToken(ctx, wanted);
  if (challenge === undefined || !taken) throw challengeIsOver(purpose);
  return { challenge, userId: taken.userId };
}

/** Whether an answer is good: its new counter, or nothing. Why not goes to the log alone. */
export async function counterOf(
  ctx: Ctx,
  response: PasskeyAssertion,
  asked: { site: RelyingParty; challenge: string; passkey: PasskeyFacts | undefined },
): Promise<number | undefined> {
  const { passkey: key, ...rest } = asked;
  const verdict = await judgeAssertion(response, { ...rest, key });
  if (verdict.ok && key && isHandleOf(response, key.userId)) return verdict.counter;
  const reason = verdict.ok ? "the user handle is another person's" : verdict.reason;
  ctx.log.info({ request_id: ctx.requestId, reason }, "a passkey was refused");
  return undefined;
}

/** A person's passkey as second factor, in the running unit of work. Throws `challenge_over`, `passkey_unknown`. */
export async function verifyPasskey(ctx: CommandCtx, userId: string, response: PasskeyAssertion): Promise<void> {
  const site = requireSite(ctx);
  const { challenge } = await takeChallenge(ctx, "passkey_sign_in", response.response.clientDataJSON);
  const found = await findPasskey(ctx, response.id);
  const passkey = found?.userId === userId ? found : undefined;
  const counter = await counterOf(ctx, response, { site, challenge, passkey });
  if (counter === undefined || !passkey) throw passkeyUnknown();
  await ctx.unit.rescope({ userId, lookup: null });
  if (!(await markPasskeyUsed(ctx, passkey, counter, ctx.now()))) throw passkeyUnknown();
}

/** The person as the authenticator remembers it, where it says so: the bytes of their id. */
function isHandleOf({ response: { userHandle } }: PasskeyAssertion, userId: string): boolean {
  return !userHandle || userHandle === btoa(userId).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
