import { createHash, randomBytes, randomUUID } from "node:crypto";
import { newKeyId } from "@/lib/identity/core/api-key-format";
import { ROLES } from "@/lib/identity/policy";
import { query } from "@/lib/testing/sql";
import { ownAddress } from "./http";
import type { Secrets } from "./judge";
import { type Company, newCompany, newPlatformAdmin, type Person, signIn } from "./world";

/** A company with something of everything, and how each is named in an address. */
export type Filled = Company & { ids: Record<string, string>; secrets: Secrets };

export async function filledCompany(): Promise<Filled> {
  const company = await newCompany();
  const { owner } = company.people;
  const mark = randomBytes(6).toString("hex");
  const [key, model, invitation, passkey, support] = [
    newKeyId(randomBytes(8)),
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ];
  const wallet = `0x${String(randomBytes(8).readBigUInt64BE()).padStart(40, "7")}`;
  const hash = createHash("sha256").update(mark).digest("hex");
  await query(
    `insert into api_keys (id, tenant_id, user_id, name, secret_hash, scopes, allow_list, created_at, expires_at)
     values ($1, $2, $3, $4, $5, '{machines:read}', '{}', now(), now() + interval '1 day')`,
    [key, company.id, owner.userId, `Key ${mark}`, hash],
  );
  await query(
    `insert into miner_models (id, tenant_id, model_name, manufacturer, hashrate_th, power_w, efficiency, release_year, cooling, source,
       source_count, confidence, status, created_at, updated_at)
     values ($1, $2, $3, 'Nobody', 100, 2000, 20, 2024, 'air', 'operator', 0, 'probable', 'shipped', now(), now())`,
    [model, company.id, `Model ${mark}`],
  );
  await query(
    `insert into invitations (id, tenant_id, email, role, token_hash, invited_by, created_at, expires_at)
     values ($1, $2, $3, 'guest', $4, $5, now(), now() + interval '7 days')`,
    [invitation, company.id, `invited.${mark}@quiet.example`, hash, owner.userId],
  );
  await query(
    `insert into passkeys (credential_id, user_id, public_key, counter, transports, label, created_at)
     values ($1, $2, '\\x00', 0, '{}', $3, now())`,
    [passkey, company.people.operator.userId, `Passkey ${mark}`],
  );
  const miner = randomUUID();
  await query("insert into portfolios values ($1, $2, 1)", [company.id, owner.userId]);
  await query(
    `insert into user_miners (tenant_id, user_id, id, miner_model_id, quantity, label, created_at, updated_at)
     values ($1, $2, $3, $4, 10, $5, now(), now())`,
    [company.id, owner.userId, miner, model, `Rack ${mark}`],
  );
  await query("insert into wallets (address, user_id, created_at) values ($1, $2, now())", [
    wallet,
    company.people.operator.userId,
  ]);
  await query(
    `insert into support_access (id, tenant_id, platform_user_id, platform_email, reason, started_at, expires_at, ended_at)
     values ($1, $2, $3, 'pat@platform.example', $4, now(), now() + interval '1 minute', now())`,
    [support, company.id, owner.userId, `Reason ${hash.slice(0, 12)}`],
  );
  const [entry] = await query<{ id: string }>(
    `insert into audit_log (tenant_id, actor_kind, actor_id, request_id, use_case, entity, entity_id)
     values ($1, 'person', $2, $3, 'test', 'test', $3) returning id::text`,
    [company.id, owner.userId, mark],
  );
  const [access] = await query<{ id: string }>(
    "select id::text from user_access where tenant_id = $1 and user_id = $2",
    [company.id, company.people.operator.userId],
  );
  const session = await signIn(company.people.operator);
  const people = Object.values(company.people);
  return {
    ...company,
    ids: {
      "/api/keys/": key,
      "/api/user-miners/": miner,
      "/api/audit/": entry?.id ?? "",
      "/api/auth/passkeys/": passkey,
      "/api/auth/wallets/": wallet,
      "/api/auth/sessions/": session.id,
      "/api/miners/models/": model,
      "/api/invitations/": invitation,
      "/api/user-access/": access?.id ?? "",
      "/admin/user_access/": access?.id ?? "",
      "/api/platform/tenants/": company.id,
      "/api/support-access/": support,
    },
    // Ids that a request names come back in an answer; what only a row says must not.
    secrets: [
      company.name,
      company.id,
      `Reason ${hash.slice(0, 12)}`,
      mark,
      ...people.flatMap(({ email, name, userId }) => [email, name, userId]),
    ],
  };
}

/** Who walks: what they are called, who they are, from where they come, and whose bytes they must not see. */
export type Walker = { name: string; person: Person | undefined; from: string; secrets: Secrets };
export type Cast = { company: Filled; other: Filled; walkers: Walker[] };

/** Nobody, the six roles of a company, the platform's administrator, and the owner of a second company. */
export async function newCast(): Promise<Cast> {
  const [company, other] = [await filledCompany(), await filledCompany()];
  const walker = (name: string, person: Person | undefined, secrets: Secrets): Walker => ({
    name,
    person,
    secrets,
    from: ownAddress(),
  });
  /** Companies' names and ids and the looks into them are the platform's to see; their business isn't. */
  const business = ({ secrets }: Filled): Secrets => secrets.slice(3);
  return {
    company,
    other,
    walkers: [
      walker("nobody", undefined, [...company.secrets, ...other.secrets]),
      ...ROLES.map((role) => walker(role, company.people[role], other.secrets)),
      walker("the platform's administrator", await newPlatformAdmin(), [...business(company), ...business(other)]),
      walker("the owner of a second company", other.people.owner, company.secrets),
    ],
  };
}

export const NAMES = ["nobody", ...ROLES, "the platform's administrator", "the owner of a second company"];
