import { AppError, fieldRefusal } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { revokeSessions } from "../data/sessions";
import { findUser, updateUser } from "../data/users";
import { ChangePassword, Rotated } from "../schemas";
import { guardCode } from "./guard-login";
import { newPasswordHash } from "./new-password";
import { rotateOwnSession } from "./rotate";
import { requirePassword } from "./step-up";
import { tellPasswordChanged } from "./tell-password-changed";

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
    if (new_password.normalize("NFKC") === current_password.normalize("NFKC")) throw sameAgain();
    const passwordHash = await newPasswordHash(new_password, [user.name, user.email], "new_password");
    await updateUser(ctx, user.id, { passwordHash, passwordChangedAt: now });
    await revokeSessions(ctx, { userId: user.id, except: ctx.session?.id ?? "" }, "password_changed", now);
    await tellPasswordChanged(ctx, user);
    ctx.audit({ entity: "users", id: user.id, after: { password: "changed" } });
    return rotateOwnSession(ctx, { proved: "pwd" });
  },
});

const sameAgain = () =>
  fieldRefusal("validation", "new_password", "password_same", "This is the password that you have: take another.");
