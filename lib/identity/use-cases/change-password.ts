import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { paths } from "@/lib/paths";
import { link } from "../adapters/links";
import { queueMail } from "../data/mail-queue";
import { revokeSessions } from "../data/sessions";
import { findUser, updateUser } from "../data/users";
import { ChangePassword, Rotated } from "../schemas";
import { deviceOf } from "./complete-sign-in";
import { guardCode } from "./guard-login";
import { newPasswordHash } from "./new-password";
import { rotateOwnSession } from "./rotate";
import { requirePassword } from "./step-up";

/** Changes the password; every other session ends, this one gets another secret. */
export const changePassword = command({
  name: "identity.password.change",
  permission: "account",
  secretAnswer: true,
  input: ChangePassword,
  output: Rotated,
  async run(ctx, { current_password, new_password }) {
    const now = ctx.now();
    const user = await findUser(ctx, ctx.session?.userId ?? "");
    if (!user) throw new AppError("unauthenticated", "Sign in first.");
    const guard = await guardCode(ctx, user);
    await requirePassword(user.passwordHash, current_password, "current_password");
    await guard.passed();
    const passwordHash = await newPasswordHash(new_password, [user.name, user.email], "new_password");
    await updateUser(ctx, user.id, { passwordHash, passwordChangedAt: now });
    await revokeSessions(ctx, { userId: user.id, except: ctx.session?.id ?? "" }, "password_changed", now);
    await queueMail(ctx, {
      kind: "password-changed",
      params: { ...deviceOf(ctx), resetLink: link(paths.forgotPassword(user.locale)) },
      locale: user.locale,
      to: user.email,
      tenantId: null,
      userId: user.id,
      now,
    });
    ctx.audit({ entity: "users", id: user.id, after: { password: "changed" } });
    return rotateOwnSession(ctx, { proved: "pwd" });
  },
});
