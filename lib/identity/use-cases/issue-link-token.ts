import type { QueryCtx } from "@/lib/kernel/context";
import { newSecret, sha256Hex } from "../core/digest";
import { dropTokens, putToken, type TokenPurpose } from "../data/one-time-tokens";

/** Links of which several may work at once, until one is used: mails come late, and people open the first one. */
const SEVERAL: readonly TokenPurpose[] = ["verify_email"];

type Issued = { userId: string; purpose: TokenPurpose; validMs: number; data?: Record<string, unknown> };

/**
 * A secret for the link of a mail to a person. An older one for the same purpose stops working, but where several may.
 * Goes on as the person.
 */
export async function issueLinkToken(ctx: QueryCtx, { validMs, ...token }: Issued): Promise<string> {
  const now = ctx.now();
  const secret = newSecret();
  await ctx.unit.rescope({ userId: token.userId });
  if (!SEVERAL.includes(token.purpose)) await dropTokens(ctx, token.userId, token.purpose, now);
  const expiresAt = new Date(now.getTime() + validMs);
  await putToken(ctx, { ...token, tokenHash: await sha256Hex(secret), now, expiresAt });
  return secret;
}
