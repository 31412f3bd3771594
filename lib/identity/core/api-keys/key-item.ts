import { keyPrefix } from "../api-key-format";
import { hasEnded } from "./key-terms";
import type { KeyItem } from "./schemas";

/** A row of `api_keys`, without the secret's hash. */
export type KeyRow = {
  id: string;
  userId: string;
  name: string;
  scopes: string[];
  allowList: string[];
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
  replacedBy: string | null;
};

/** Who made a key, and whether they may still come in. */
export type Maker = { userId: string; name: string; email: string; hasAccess: boolean; expiresAt: Date | null };

export function keyItem(key: KeyRow, maker: Maker, calls: number, now: Date): KeyItem {
  return {
    id: key.id,
    prefix: `${keyPrefix(key.id)}_…`,
    name: key.name,
    scopes: key.scopes,
    allow_list: key.allowList,
    status: statusOf(key, maker, now),
    created_at: key.createdAt.toISOString(),
    created_by: { user_id: maker.userId, name: maker.name, email: maker.email },
    expires_at: key.expiresAt?.toISOString() ?? null,
    last_used_at: key.lastUsedAt?.toISOString() ?? null,
    revoked_at: key.revokedAt?.toISOString() ?? null,
    replaced_by: key.replacedBy,
    calls_30_days: calls,
  };
}

function statusOf(key: KeyRow, maker: Maker, now: Date): KeyItem["status"] {
  if (key.revokedAt !== null && key.revokedAt <= now) return "revoked";
  if (hasEnded(key, now)) return "expired";
  if (!maker.hasAccess || (maker.expiresAt !== null && maker.expiresAt <= now)) return "suspended";
  return key.replacedBy === null ? "live" : "ending";
}
