import type { QueryCtx } from "@/lib/kernel/context";
import { paths } from "@/lib/paths";
import { link } from "../adapters/links";
import { queueMail } from "../data/mail-queue";
import type { UserRow } from "../data/users";
import { deviceOf } from "./complete-sign-in";

/** Tells a person that their password is another one now, and where to turn if it wasn't them. */
export async function tellPasswordChanged(ctx: QueryCtx, user: UserRow): Promise<void> {
  await queueMail(ctx, {
    kind: "password-changed",
    params: { ...deviceOf(ctx), resetLink: link(paths.forgotPassword(user.locale)) },
    locale: user.locale,
    to: user.email,
    tenantId: null,
    userId: user.id,
    now: ctx.now(),
  });
}
