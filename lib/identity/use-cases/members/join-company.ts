import type { Ctx } from "@/lib/kernel/context";
import { type AppError, fieldRefusal } from "@/lib/kernel/errors";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { command } from "@/lib/kernel/use-case";
import { limits } from "@/lib/platform/limits/limits";
import { Join } from "../../core/members/invitation-schemas";
import { insertNewPerson } from "../../data/new-person";
import { findUserByEmail } from "../../data/users";
import { MemberChanged } from "../../events";
import { OpenedSignedIn } from "../../schemas";
import { completeSignIn } from "../complete-sign-in";
import { newPasswordHash, withNewPassword } from "../new-password";
import { admit } from "./admit";
import { findOpenInvitation } from "./find-open-invitation";

/**
 * Accepts an invitation without an account: makes one, whose address is confirmed because the link came by mail, and signs
 * in. Throws `not_found` for a link that leads nowhere; `validation` where the address has an account (its mailbox is in
 * the hands of who asks, so this tells them nothing new) and for a password that may not be used.
 */
export const joinCompany = command({
  name: "members.invitation.join",
  permission: "public",
  emits: [MemberChanged],
  secretAnswer: true,
  input: withNewPassword(Join, ["name"]),
  output: OpenedSignedIn,
  async run(ctx, { token, name, password }) {
    await limits().takeRegistration(ctx.client.ip);
    // Hashing takes a while: no transaction waits for it.
    const { email, company } = await invited(ctx, token);
    const passwordHash = await newPasswordHash(password, [name, email, company]);
    const { locale } = ctx;
    const id = crypto.randomUUID();
    if (!(await insertNewPerson(ctx, { id, email, name, locale, passwordHash, now: ctx.now(), isVerified: true })))
      throw knownAccount();
    const { invitation } = await admit(ctx, token, { id, email, name });
    return completeSignIn(ctx, {
      user: { id, email, name, locale, passwordHash, emailVerifiedAt: ctx.now(), platformAdmin: false, isDemo: false },
      place: { tenantId: invitation.tenantId, role: invitation.role },
      amr: ["pwd"],
      method: "invitation",
    });
  },
});

const invited = (ctx: Ctx, token: string): Promise<{ email: string; company: string }> =>
  inOwnUnit(ctx, "members.invitation.join", async (own) => {
    const { invitation, company } = await findOpenInvitation(own, token);
    if (await findUserByEmail(own, invitation.email)) throw knownAccount();
    return { email: invitation.email, company };
  });

function knownAccount(): AppError {
  const message = "There is an account with this address: sign in first, then open the link again.";
  return fieldRefusal("validation", "token", "account_exists", message);
}
