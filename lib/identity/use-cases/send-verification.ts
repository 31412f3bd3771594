import type { QueryCtx } from "@/lib/kernel/context";
import { paths } from "@/lib/paths";
import { link } from "../adapters/links";
import { newSecret, sha256Hex } from "../core/digest";
import { queueMail } from "../data/mail-queue";
import { dropTokens, putToken } from "../data/one-time-tokens";
import type { UserRow } from "../data/users";

const HOURS = 24;

/** Sends the link that confirms an address; an older one stops working. Gives the mail's id. */
export async function sendVerification(ctx: QueryCtx, user: Pick<UserRow, "id" | "email" | "locale">): Promise<string> {
  const now = ctx.now();
  const token = newSecret();
  await ctx.unit.rescope({ userId: user.id });
  await dropTokens(ctx, user.id, "verify_email", now);
  const expiresAt = new Date(now.getTime() + HOURS * 3_600_000);
  await putToken(ctx, { tokenHash: await sha256Hex(token), purpose: "verify_email", userId: user.id, now, expiresAt });
  return queueMail(ctx, {
    kind: "verify-address",
    params: { link: link(paths.verifyEmail(user.locale, token)), hours: HOURS },
    locale: user.locale,
    to: user.email,
    tenantId: null,
    userId: user.id,
    now,
  });
}
