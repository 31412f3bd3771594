import { createHash, randomBytes, randomUUID } from "node:crypto";
import { expect } from "@playwright/test";
import { issueAccessToken } from "@/lib/identity/adapters/access-token";
import { cookieName, sealCookie } from "@/lib/identity/adapters/session-cookie";
import { formatApiKey, newKeyId } from "@/lib/identity/core/api-key-format";
import { sha256Hex } from "@/lib/identity/core/digest";
import { KEY_SCOPES, ROLES, type Role } from "@/lib/identity/policy";
import { query } from "@/lib/testing/sql";
import { lookBehind } from "../server";

/** A person of the test's own, without a password: sessions are made by their row. */
export type Person = { userId: string; email: string; name: string; tenantId: string | null };
export type Company = { id: string; name: string; people: Record<Role, Person> };
/** One sign-in, as a browser and as a program carry it. */
export type Session = { id: string; cookie: string; bearer: string };

/** A company of its own for one file of tests: a member of each role, whose names are found nowhere else. */
export async function newCompany(): Promise<Company> {
  lookBehind();
  const id = randomUUID();
  const name = `Quiet Mine ${randomBytes(6).toString("hex")}`;
  await query("insert into tenants (id, name, plan, created_at) values ($1, $2, 'enterprise', now())", [id, name]);
  const people = {} as Record<Role, Person>;
  for (const role of ROLES) people[role] = await newPerson(id, role);
  return { id, name, people };
}

/** Somebody with access to a company; of a demo account no second factor is asked, so every page is theirs at once. */
export async function newPerson(tenantId: string, role: Role): Promise<Person> {
  const person = await newUser(role.replaceAll("_", "-"), false, tenantId);
  await query(
    `insert into user_access (id, tenant_id, user_id, email, name, role, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, now(), now())`,
    [randomUUID(), tenantId, person.userId, person.email, person.name, role],
  );
  return person;
}

/** A platform administrator of the test's own, who belongs to no company. */
export async function newPlatformAdmin(): Promise<Person> {
  lookBehind();
  return newUser("platform", true, null);
}

async function newUser(word: string, isPlatform: boolean, tenantId: string | null): Promise<Person> {
  const mark = randomBytes(6).toString("hex");
  const person = { userId: randomUUID(), email: `${word}.${mark}@quiet.example`, name: `Ada ${mark}`, tenantId };
  await query(
    `insert into users (id, email, name, locale, email_verified_at, platform_admin, is_demo, created_at)
     values ($1, $2, $3, 'en', now(), $4, true, now())`,
    [person.userId, person.email, person.name, isPlatform],
  );
  return person;
}

/** Signs somebody in, just now; `userAgent` as it stands in the list of devices. */
export async function signIn(person: Person, userAgent = "Mozilla/5.0 (test)"): Promise<Session> {
  const id = randomUUID();
  const sid = randomBytes(32).toString("base64url");
  const sidHash = await sha256Hex(sid);
  await query(
    `insert into sessions (id, sid_hash, user_id, tenant_id, amr, ip, user_agent, created_at, last_seen_at, proved_at, expires_at)
     values ($1, $2, $3, $4, '{pwd}', '127.0.0.1', $5, now(), now(), now(), now() + interval '1 hour')`,
    [id, sidHash, person.userId, person.tenantId, userAgent],
  );
  const { token } = await issueAccessToken(sidHash, person.userId, new Date());
  return { id, cookie: `${cookieName(false)}=${await sealCookie(sid, false, 3_600)}`, bearer: `Bearer ${token}` };
}

/** A program's key with everything that a key can have. */
export async function newKey(company: Company): Promise<string> {
  const id = newKeyId(randomBytes(8));
  const { key, secret } = formatApiKey(id, randomBytes(32));
  await query(
    `insert into api_keys (id, tenant_id, user_id, name, secret_hash, scopes, allow_list, created_at, expires_at)
     values ($1, $2, $3, 'Site controller', $4, $5, '{}', now(), now() + interval '1 day')`,
    [id, company.id, company.people.owner.userId, createHash("sha256").update(secret).digest("hex"), KEY_SCOPES],
  );
  return key;
}

/** What goes on by itself: when a row was last used, a mail on its way. */
const RESTLESS = [
  ...["last_seen_at", "last_used_at"],
  ...["payload_box", "attempts", "sent_at", "failed_at", "fault", "carrier_id"],
]
  .map((column) => `'${column}'`)
  .join(" - ");
/** Written behind: the sealing of the audit log, the count of calls, figures and what is told of them. */
const BEHIND = [
  ...["audit_chain", "audit_checkpoints", "audit_sealer", "api_usage"],
  ...["event_outbox", "portfolio_machines", "portfolio_totals", "fleet_days", "crm_contacts"],
];

/** Waits until nothing that somebody of a company asked for is still being done: a worker changes rows by itself. */
async function atRest(tenantId: string): Promise<void> {
  const open = "select 1 from long_work where tenant_id::text = $1 and is_shown and state in ('queued', 'running')";
  await expect.poll(() => query(open, [tenantId]), { timeout: 60_000 }).toEqual([]);
}

/** Everything that is stored of a company and its people, as one hash: equal before and after, nothing was changed. */
export async function stateOf(people: readonly Person[], tenantId: string): Promise<string> {
  await atRest(tenantId);
  const columns = await query<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns
     where table_schema = 'public' and column_name in ('tenant_id', 'user_id') and table_name <> all($1)
       and not (select relispartition from pg_class where oid = quote_ident(table_name)::regclass)`,
    [BEHIND],
  );
  const by = (table: string, column: string) =>
    `select '${table}' || md5(coalesce(string_agg((to_jsonb(t) - ${RESTLESS})::text, '' order by to_jsonb(t)::text), '')) as h
     from "${table}" t where "${column}"::text = any($1)`;
  const parts = [
    by("tenants", "id"),
    by("users", "id"),
    ...columns.map(({ table_name, column_name }) => by(table_name, column_name)),
  ];
  const rows = await query<{ h: string }>(parts.join(" union all "), [[tenantId, ...people.map((one) => one.userId)]]);
  // Postgres may take the tables in any order.
  return rows
    .map(({ h }) => h)
    .sort()
    .join("\n");
}
