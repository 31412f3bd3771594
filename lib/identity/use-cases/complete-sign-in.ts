import type { z } from "zod";
import type { CommandCtx } from "@/lib/kernel/context";
import { paths } from "@/lib/paths";
import { issueAccessToken } from "../adapters/access-token";
import { rememberDevice } from "../adapters/device-cookie";
import { link } from "../adapters/links";
import { deviceWords } from "../core/device-words";
import { newSecret, sha256Hex } from "../core/digest";
import { queueMail } from "../data/mail-queue";
import { insertRefreshToken } from "../data/refresh-tokens";
import { hasUsedDevice } from "../data/sessions";
import type { UserRow } from "../data/users";
import type { ActingRole } from "../policy";
import type { OpenedSignedIn } from "../schemas";
import { openSession, type Proof } from "./open-session";
import { recordLogin } from "./record-login";

type SigningIn = {
  user: UserRow;
  place: { tenantId: string | null; role: ActingRole | null };
  amr: readonly Proof[];
  /** As the login records call it. */
  method: string;
};

/** The last step of every way to sign in: the session, the tokens, the record, and a mail if the device is a new one. */
export async function completeSignIn(
  ctx: CommandCtx,
  { user, place, amr, method }: SigningIn,
): Promise<z.input<typeof OpenedSignedIn>> {
  await ctx.unit.rescope({ userId: user.id, tenantId: place.tenantId });
  const isKnown = await hasUsedDevice(ctx, user.id, ctx.client.userAgent);
  const opened = await openSession(ctx, { userId: user.id, ...place, amr });
  const tokens = await issueTokens(ctx, { ...opened, userId: user.id });
  await recordLogin(ctx, {
    email: user.email,
    userId: user.id,
    tenantId: place.tenantId,
    method,
    outcome: "ok",
    sessionId: opened.sessionId,
  });
  if (isKnown === false) await tellOfNewDevice(ctx, user, place.tenantId);
  ctx.unit.actAs(user.id);
  ctx.audit({ entity: "sessions", id: opened.sessionId, after: { user_id: user.id, amr, ip: ctx.client.ip } });
  const { sid, session_expires_at } = opened;
  const device_cookie = await rememberDevice(ctx.client.deviceCookie, user.email, ctx.now());
  return {
    ...tokens,
    sid,
    session_expires_at,
    device_cookie,
    user: { id: user.id, email: user.email, role: place.role, tenant_id: place.tenantId },
  };
}

const REFRESH_DAYS = 30;

/** An access token and the refresh token that goes with it; the session's own limits end both. */
export async function issueTokens(ctx: CommandCtx, session: { sidHash: string; sessionId: string; userId: string }) {
  const now = ctx.now();
  const access = await issueAccessToken(session.sidHash, session.userId, now);
  const refreshToken = newSecret();
  await insertRefreshToken(ctx, {
    tokenHash: await sha256Hex(refreshToken),
    sessionId: session.sessionId,
    userId: session.userId,
    now,
    expiresAt: new Date(now.getTime() + REFRESH_DAYS * 86_400_000),
  });
  return { access_token: access.token, expires_at: access.expiresAt.toISOString(), refresh_token: refreshToken };
}

async function tellOfNewDevice(ctx: CommandCtx, user: UserRow, tenantId: string | null): Promise<void> {
  await queueMail(ctx, {
    kind: "new-sign-in",
    locale: user.locale,
    to: user.email,
    userId: user.id,
    tenantId,
    now: ctx.now(),
    params: { ...deviceOf(ctx), link: link(paths.security(user.locale)) },
  });
}

/** Where a request came from, as mails say it. */
export const deviceOf = (ctx: Pick<CommandCtx, "client" | "now">) => ({
  at: ctx.now().toISOString(),
  ip: /^[\d.]+$|:/.test(ctx.client.ip) ? ctx.client.ip : null,
  browser: ctx.client.userAgent === "" ? null : deviceWords(ctx.client.userAgent),
});
