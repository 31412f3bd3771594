import type { CommandCtx } from "@/lib/kernel/context";
import { paths } from "@/lib/paths";
import { link } from "../../adapters/links";
import { queueMail } from "../../data/mail-queue";
import type { UserRow } from "../../data/users";
import { deviceOf } from "../complete-sign-in";

const of = (ctx: CommandCtx, user: UserRow) => ({
  envelope: { locale: user.locale, to: user.email, tenantId: null, userId: user.id, now: ctx.now() },
  device: { ...deviceOf(ctx), link: link(paths.security(user.locale)) },
});

/** Tells a person by mail that a way to prove who they are was added or removed. */
export async function tellFactor(
  ctx: CommandCtx,
  user: UserRow,
  kind: "second-factor-added" | "second-factor-removed",
  factor: "totp" | "passkey" | "wallet",
): Promise<void> {
  const { envelope, device } = of(ctx, user);
  await queueMail(ctx, { ...envelope, kind, params: { ...device, factor } });
}

/** Tells a person by mail that a recovery code was used; `left` are unused. */
export async function tellRecoveryCodeUsed(ctx: CommandCtx, user: UserRow, left: number): Promise<void> {
  const { envelope, device } = of(ctx, user);
  await queueMail(ctx, { ...envelope, kind: "recovery-code-used", params: { ...device, left } });
}
