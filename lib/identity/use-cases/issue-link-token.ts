import type { QueryCtx } from "@/lib/kernel/context";
import { newSecret, sha256Hex } from "../core/digest";
import { dropTokens, putToken, type TokenPurpose } from "../data/one-time-tokens";

type Issued = { userId: string; purpose: TokenPurpose; validMs: number; data?: Record<string, unknown> };

/** A secret for the link of a mail to a person; an older one for the same purpose stops working. Goes on as the person. */
export async function issueLinkToken(ctx: QueryCtx, { validMs, ...token }: Issued): Promise<string> {
  const now = ctx.now();
  const secret = newSecret();
  await ctx.unit.rescope({ userId: token.userId });
  await dropTokens(ctx, token.userId, token.purpose, now);
  const expiresAt = new Date(now.getTime() + validMs);
  await putToken(ctx, { ...token, tokenHash: await sha256Hex(secret), now, expiresAt });
  return secret;
}
