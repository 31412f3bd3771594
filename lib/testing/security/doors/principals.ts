import { createHash, randomBytes, randomUUID } from "node:crypto";
import { cookieName, sealCookie } from "@/lib/identity/adapters/session-cookie";
import { formatApiKey, newKeyId } from "@/lib/identity/core/api-key-format";
import { sha256Hex } from "@/lib/identity/core/digest";
import { KEY_SCOPES, keyMay, ROLES, type Role, roleMay } from "@/lib/identity/policy";
import type { Permission } from "@/lib/kernel/permission";
import { query } from "../../sql";
import type { TestTenant } from "../../tenants";

/** Who knocks at a door: what they send along, and what the table of access says they may. */
export type Principal = {
  name: string;
  may(permission: Permission): boolean;
  /** Made anew for each knock, so that one that ends its session ends nobody else's. */
  headers(): Promise<Record<string, string>>;
};

export const anonymous: Principal = {
  name: "anonymous",
  may: (permission) => permission === "public",
  headers: async () => ({}),
};

export const member = (tenant: TestTenant, role: Role): Principal => ({
  name: role,
  may: (permission) => roleMay(role, permission),
  headers: () => sessionOf(tenant.members[role].userId, tenant.id),
});

/** An owner who has not set up the second factor that the role demands. */
export const unenrolled = (tenant: TestTenant): Principal => ({
  name: "owner without a second factor",
  may: (permission) => roleMay("owner", permission, false),
  headers: async () => {
    await query("delete from passkeys where user_id = $1", [tenant.members.owner.userId]);
    return sessionOf(tenant.members.owner.userId, tenant.id, false);
  },
});

export const platformAdmin = (userId: string): Principal => ({
  name: "platform_admin",
  may: (permission) => roleMay("platform_admin", permission),
  headers: () => sessionOf(userId, null),
});

export const apiKey = (tenant: TestTenant, verb: "read" | "write"): Principal => {
  const scopes = KEY_SCOPES.filter((scope) => verb === "write" || scope.endsWith(":read"));
  return {
    name: `api-key:${verb}`,
    may: (permission) => keyMay("owner", scopes, permission),
    headers: async () => ({ "x-api-key": await keyOf(tenant, scopes) }),
  };
};

export const everybody = (tenant: TestTenant, platformUserId: string): Principal[] => [
  anonymous,
  ...ROLES.map((role) => member(tenant, role)),
  apiKey(tenant, "read"),
  apiKey(tenant, "write"),
  platformAdmin(platformUserId),
];

/** A cookie of a new session that has just been proved; its person has a second factor where the role needs one. */
async function sessionOf(userId: string, tenantId: string | null, enrolled = true): Promise<Record<string, string>> {
  const sid = randomBytes(32).toString("base64url");
  if (enrolled)
    await query(
      `insert into passkeys (credential_id, user_id, public_key, counter, transports, label, created_at)
       values ($1, $2, '\\x00', 0, '{}', 'test', now())`,
      [randomUUID(), userId],
    );
  await query(
    `insert into sessions (id, sid_hash, user_id, tenant_id, amr, ip, user_agent, created_at, last_seen_at, proved_at, expires_at)
     values ($1, $2, $3, $4, '{pwd,otp}', '192.0.2.10', 'test', now(), now(), now(), now() + interval '1 hour')`,
    [randomUUID(), await sha256Hex(sid), userId, tenantId],
  );
  return { cookie: `${cookieName(false)}=${await sealCookie(sid, false, 3_600)}` };
}

async function keyOf(tenant: TestTenant, scopes: readonly string[]): Promise<string> {
  const id = newKeyId(randomBytes(8));
  const { key, secret } = formatApiKey(id, randomBytes(32));
  await query(
    `insert into api_keys (id, tenant_id, user_id, name, secret_hash, scopes, allow_list, created_at, expires_at)
     values ($1, $2, $3, 'test', $4, $5, '{}', now(), now() + interval '1 day')`,
    [id, tenant.id, tenant.members.owner.userId, createHash("sha256").update(secret).digest("hex"), scopes],
  );
  return key;
}
