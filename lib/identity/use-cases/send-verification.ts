import type { QueryCtx } from "@/lib/kernel/context";
import { paths } from "@/lib/paths";
import { link } from "../adapters/links";
import { queueMail } from "../data/mail-queue";
import type { UserRow } from "../data/users";
import { issueLinkToken } from "./issue-link-token";

const HOURS = 24;

type Unconfirmed = Pick<UserRow, "id" | "email" | "locale" | "passwordHash">;

/**
 * Sends a link that confirms an address, with the password that was chosen when it was sent: whoever signs up with an
 * address of somebody else can't have theirs confirmed by a mail that another asked for. Gives the mail's id.
 */
export async function sendVerification(ctx: QueryCtx, user: Unconfirmed): Promise<string> {
  const wanted = { userId: user.id, purpose: "verify_email" as const, data: { password_hash: user.passwordHash } };
  const token = await issueLinkToken(ctx, { ...wanted, validMs: HOURS * 3_600_000 });
  return queueMail(ctx, {
    kind: "verify-address",
    params: { link: link(paths.verifyEmail(user.locale, token)), hours: HOURS },
    locale: user.locale,
    to: user.email,
    tenantId: null,
    userId: user.id,
    now: ctx.now(),
  });
}
