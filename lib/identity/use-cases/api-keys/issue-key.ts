import type { CommandCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { ModulePermission } from "@/lib/kernel/permission";
import { paths } from "@/lib/paths";
import { link } from "../../adapters/links";
import { formatApiKey, keyPrefix, newKeyId } from "../../core/api-key-format";
import { scopesBeyond } from "../../core/api-keys/key-terms";
import { sha256Hex } from "../../core/digest";
import { countLiveKeys, insertKey } from "../../data/api-keys";
import { queueMail } from "../../data/mail-queue";
import { findTenant } from "../../data/tenants";
import type { ActingRole } from "../../policy";
import { keyKeeper } from "./key-keeper";

/** More than any company needs; a program that makes keys in a loop ends here. */
const MAX_LIVE_KEYS = 100;

type Terms = { name: string; scopes: readonly ModulePermission[]; allowList: readonly string[]; expiresAt: Date };

/** Makes a key for whoever asks, and tells them by mail; the caller writes the audit entry. The key is known to the answer alone: only its hash is kept. */
export async function issueKey(ctx: CommandCtx, terms: Terms): Promise<{ id: string; key: string }> {
  const keeper = keyKeeper(ctx);
  requireOwnScopes(keeper.role, terms.scopes);
  const now = ctx.now();
  if ((await countLiveKeys(ctx, now)) >= MAX_LIVE_KEYS)
    throw new AppError("conflict", `A company has at most ${MAX_LIVE_KEYS} live keys: revoke one that nobody uses.`);
  const id = newKeyId(crypto.getRandomValues(new Uint8Array(8)));
  const { key, secret } = formatApiKey(id, crypto.getRandomValues(new Uint8Array(32)));
  const { tenantId, userId } = keeper;
  const { name, expiresAt, scopes, allowList } = terms;
  const row = { name, expiresAt, scopes: [...scopes], allowList: [...allowList] };
  await insertKey(ctx, { ...row, id, tenantId, userId, secretHash: await sha256Hex(secret), createdAt: now });
  await tellKeeper(ctx, id, name);
  return { id, key };
}

/** Throws `validation` where a scope goes beyond what this role may do itself. */
export function requireOwnScopes(role: ActingRole, scopes: readonly ModulePermission[]): void {
  const [beyond] = scopesBeyond(role, scopes);
  if (beyond === undefined) return;
  const message = `Your role may not do this itself: ${beyond}.`;
  const path = `scopes.${scopes.indexOf(beyond)}`;
  throw new AppError("validation", "A key never does more than whoever makes it.", {
    errors: [{ path, code: "scope_beyond_role", message }],
  });
}

async function tellKeeper(ctx: CommandCtx, id: string, name: string): Promise<void> {
  const { tenantId, userId, email, name: by } = keyKeeper(ctx);
  const company = (await findTenant(ctx, tenantId))?.name ?? "";
  const now = ctx.now();
  await queueMail(ctx, {
    kind: "api-key-created",
    to: email,
    locale: ctx.locale,
    params: { company, by, name, keyId: keyPrefix(id), at: now.toISOString(), link: link(paths.apiKeys(ctx.locale)) },
    tenantId,
    userId,
    now,
  });
}
