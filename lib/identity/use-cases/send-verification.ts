import type { QueryCtx } from "@/lib/kernel/context";
import { paths } from "@/lib/paths";
import { link } from "../adapters/links";
import { queueMail } from "../data/mail-queue";
import type { UserRow } from "../data/users";
import { issueLinkToken } from "./issue-link-token";

const HOURS = 24;

/** Sends the link that confirms an address; an older one stops working. Gives the mail's id. */
export async function sendVerification(ctx: QueryCtx, user: Pick<UserRow, "id" | "email" | "locale">): Promise<string> {
  const token = await issueLinkToken(ctx, { userId: user.id, purpose: "verify_email", validMs: HOURS * 3_600_000 });
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
