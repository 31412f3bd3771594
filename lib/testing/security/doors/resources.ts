import { createHash, randomBytes, randomUUID } from "node:crypto";
import { newKeyId } from "@/lib/identity/core/api-key-format";
import { query } from "../../sql";
import { testMember } from "../../tenants";
import { fleet, miner, model, retiredMiner } from "./machine-resources";
import type { Resource } from "./resource";
import { work } from "./work-resource";

const access: Resource = {
  owner: "owner",
  table: "user_access",
  column: "id",
  // Somebody of their own: access that is taken from a member of the suite would be missing elsewhere.
  make: async (tenant) => (await testMember(tenant.id, "operator")).accessId,
};
const key: Resource = {
  owner: "owner",
  table: "api_keys",
  column: "id",
  async make(tenant) {
    const id = newKeyId(randomBytes(8));
    const hash = createHash("sha256").update(id).digest("hex");
    await query(
      `insert into api_keys (id, tenant_id, user_id, name, secret_hash, scopes, allow_list, created_at, expires_at)
       values ($1, $2, $3, 'theirs', $4, '{machines:read}', '{}', now(), now() + interval '1 day')`,
      [id, tenant.id, tenant.members.owner.userId, hash],
    );
    return id;
  },
  body: { name: "taken" },
};
const support: Resource = {
  owner: "owner",
  table: "support_access",
  column: "id",
  async make(tenant) {
    const id = randomUUID();
    await query(
      `insert into support_access (id, tenant_id, platform_user_id, platform_email, reason, started_at, expires_at)
       values ($1, $2, $3, 'pat@platform.example', 'for the test', now(), now() + interval '1 hour')`,
      [id, tenant.id, tenant.members.owner.userId],
    );
    return id;
  },
};
const invitation: Resource = {
  owner: "owner",
  table: "invitations",
  column: "id",
  async make(tenant) {
    const id = randomUUID();
    await query(
      `insert into invitations (id, tenant_id, email, role, token_hash, invited_by, created_at, expires_at)
       values ($1, $2, $3, 'guest', $4, $5, now(), now() + interval '7 days')`,
      [id, tenant.id, `${id}@mine.example`, createHash("sha256").update(id).digest("hex"), tenant.members.owner.userId],
    );
    return id;
  },
};
const passkey: Resource = {
  owner: "operator",
  table: "passkeys",
  column: "credential_id",
  async make(tenant) {
    const id = randomUUID();
    await query(
      `insert into passkeys (credential_id, user_id, public_key, counter, transports, label, created_at)
       values ($1, $2, '\\x00', 0, '{}', 'theirs', now())`,
      [id, tenant.members.operator.userId],
    );
    return id;
  },
  body: { label: "taken" },
};
const wallet: Resource = {
  owner: "operator",
  table: "wallets",
  column: "address",
  async make(tenant) {
    // Digits alone read the same with and without a checksum in their case.
    const address = `0x${String(randomBytes(8).readBigUInt64BE()).padStart(40, "7")}`;
    await query("insert into wallets (address, user_id, created_at) values ($1, $2, now())", [
      address,
      tenant.members.operator.userId,
    ]);
    return address;
  },
};
const session: Resource = {
  owner: "operator",
  table: "sessions",
  column: "id",
  async make(tenant) {
    const id = randomUUID();
    await query(
      `insert into sessions (id, sid_hash, user_id, tenant_id, amr, ip, user_agent, created_at, last_seen_at, proved_at, expires_at)
       values ($1, $2, $3, $4, '{pwd}', '192.0.2.9', 'theirs', now(), now(), now(), now() + interval '1 hour')`,
      [id, randomBytes(32).toString("hex"), tenant.members.operator.userId, tenant.id],
    );
    return id;
  },
};
const company: Resource = {
  ...{ owner: "platform", table: "tenants", column: "id" },
  make: async (tenant) => tenant.id,
  body: { reason: "for the test, long enough" },
  always: true,
};
const entry: Resource = {
  owner: "owner",
  table: "audit_log",
  column: "id",
  async make(tenant) {
    const [row] = await query<{ id: string }>(
      `insert into audit_log (tenant_id, actor_kind, actor_id, request_id, use_case, entity, entity_id)
       values ($1, 'person', 'x', 'r', 'test', 'test', '1') returning id::text`,
      [tenant.id],
    );
    return row?.id ?? "";
  },
};

const dead: Resource = {
  owner: "platform",
  table: "event_dlq",
  column: "event_id",
  async make({ id: tenantId }) {
    const id = randomUUID();
    await query(
      `insert into event_dlq (event_id, consumer_group, topic, kind, tenant_id, aggregate_key, aggregate_version, payload, reason)
       values ($1, 'test-group', 'events.miner', 'test.thing.told.v1', $2, 'thing:1', 1, '{}', 'failed')`,
      [id, tenantId],
    );
    return id;
  },
};

const job: Resource = {
  owner: "platform",
  table: "scheduled_jobs",
  column: "name",
  async make() {
    const name = `test.job-${randomUUID().slice(0, 8)}`;
    await query(
      "insert into scheduled_jobs (name, cron, continuous, missed, registered_at) values ($1, '0 0 1 1 *', false, 'skip', now())",
      [name],
    );
    return name;
  },
};

/** By the beginning of the address; the longest that fits counts. */
const RESOURCES: Record<string, Resource> = {
  "/api/keys/": key,
  "/api/audit/": entry,
  "/api/auth/passkeys/": passkey,
  "/api/auth/wallets/": wallet,
  "/api/auth/sessions/": session,
  "/api/miners/models/": model,
  "/api/miners/import/": fleet,
  "/batch/api/upload/": fleet,
  "/api/user-miners/": miner,
  "/api/user-miners/{id}/restore": retiredMiner,
  "/api/invitations/": invitation,
  "/api/user-access/": access,
  "/admin/user_access/edit/": { ...access, body: { role: "guest" } },
  "/admin/user_access/revoke/": access,
  "/api/platform/tenants/": company,
  "/api/support-access/": support,
  "/api/system/dlq/": dead,
  "/api/system/jobs/": job,
  "/api/work/": work,
  "/api/system/work/": { ...work, owner: "platform" },
};

/** The resource that an address names; nothing when nobody has said what it is. */
export function resourceOf(path: string): Resource | undefined {
  const [found] = Object.entries(RESOURCES)
    .filter(([prefix]) => path.startsWith(prefix))
    .toSorted(([a], [b]) => b.length - a.length);
  return found?.[1];
}

/** What a request to it carries. */
export const bodyOf = ({ body, always }: Resource, method: string): object =>
  body && (always || method === "PATCH" || method === "PUT") ? body : {};

/** The row as it is now, to compare. */
export async function rowOf({ table, column }: Resource, id: string): Promise<unknown> {
  const rows = await query(`select to_jsonb(t) - 'last_seen_at' as row from "${table}" t where ${column}::text = $1`, [
    id,
  ]);
  return rows[0];
}
