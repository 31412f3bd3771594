import { randomBytes, randomUUID } from "node:crypto";
import type { SessionFacts, SessionVerdict } from "@/lib/identity/core/judge-session";
import { ROLES, type Role } from "@/lib/identity/policy";
import type { Ctx, Locale } from "@/lib/kernel/context";
import { newRequestId } from "@/lib/kernel/ids";
import { callerCtx } from "@/lib/transport/ctx";
import { query } from "./sql";

export type Member = {
  userId: string;
  accessId: string;
  email: string;
  role: Role;
  sessionId: string;
  sidHash: string;
};

export type TestTenant = {
  id: string;
  name: string;
  members: Record<Role, Member>;
  /** A second client, who must not see what is the first one's. */
  otherClient: Member;
  /** The context of a request by this member; `fresh: false` as if they had proved who they are too long ago. */
  ctx(member: Role | Member, how?: { fresh?: boolean; locale?: Locale; mustEnrol?: boolean }): Ctx;
};

const CLIENT = {
  ip: "192.0.2.10",
  userAgent: "Mozilla/5.0 (test)",
  origin: "http://127.0.0.1:3000",
  deviceCookie: null,
};

/** A company of its own for one suite: a member of each role and a second client, each with a live session. */
export async function testTenant(options: { plan?: string } = {}): Promise<TestTenant> {
  const id = randomUUID();
  const name = `Test mine ${id.slice(0, 8)}`;
  await query("insert into tenants (id, name, plan, created_at) values ($1, $2, $3, now())", [
    id,
    name,
    options.plan ?? "enterprise",
  ]);
  const members = {} as Record<Role, Member>;
  for (const role of ROLES) members[role] = await testMember(id, role);
  const otherClient = await testMember(id, "client");
  return {
    id,
    name,
    members,
    otherClient,
    ctx: (member, how) => memberCtx(id, name, typeof member === "string" ? members[member] : member, how),
  };
}

/** A person with access to a company, whose address is confirmed; the password is nobody's. */
export async function testMember(tenantId: string, role: Role): Promise<Member> {
  const member: Member = {
    userId: randomUUID(),
    accessId: randomUUID(),
    email: `${role}.${randomBytes(5).toString("hex")}@mine.example`,
    role,
    sessionId: randomUUID(),
    sidHash: randomBytes(32).toString("hex"),
  };
  await query(
    `insert into users (id, email, name, locale, email_verified_at, created_at) values ($1, $2, $3, 'en', now(), now())`,
    [member.userId, member.email, `The ${role}`],
  );
  await query(
    `insert into user_access (id, tenant_id, user_id, email, name, role, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, now(), now())`,
    [member.accessId, tenantId, member.userId, member.email, `The ${role}`, role],
  );
  await query(
    `insert into sessions (id, sid_hash, user_id, tenant_id, amr, ip, user_agent, created_at, last_seen_at, proved_at, expires_at)
     values ($1, $2, $3, $4, '{pwd,otp}', '192.0.2.10', 'test', now(), now(), now(), now() + interval '1 day')`,
    [member.sessionId, member.sidHash, member.userId, tenantId],
  );
  return member;
}

type How = { fresh?: boolean; locale?: Locale; mustEnrol?: boolean };

function memberCtx(tenantId: string, tenantName: string, member: Member, how: How = {}): Ctx {
  const now = new Date();
  const facts: SessionFacts = {
    session_id: member.sessionId,
    user_id: member.userId,
    tenant_id: tenantId,
    amr: ["pwd", "otp"],
    created_at: now,
    last_seen_at: now,
    proved_at: now,
    expires_at: new Date(now.getTime() + 86_400_000),
    revoked_at: null,
    support_access_id: null,
    email: member.email,
    name: `The ${member.role}`,
    locale: how.locale ?? "en",
    email_verified_at: now,
    platform_admin: false,
    is_demo: false,
    has_second_factor: true,
    role: member.role,
    has_access: true,
    access_expires_at: null,
    tenant_name: tenantName,
    plan: "enterprise",
    tenant_closed_at: null,
    support_expires_at: null,
    support_ended_at: null,
  };
  const verdict: Extract<SessionVerdict, { live: true }> = {
    live: true,
    role: member.role,
    tenantId,
    mustEnrol: how.mustEnrol ?? false,
    freshUntil: new Date(now.getTime() + (how.fresh === false ? -1 : 600_000)),
  };
  return callerCtx(
    { kind: "person", via: "cookie", sidHash: member.sidHash, facts, verdict },
    { requestId: newRequestId(), locale: how.locale ?? "en", client: CLIENT },
  );
}

/** A platform administrator, who belongs to no company. */
export async function testPlatformAdmin(): Promise<{ userId: string; email: string; sessionId: string; ctx: Ctx }> {
  const userId = randomUUID();
  const sessionId = randomUUID();
  const sidHash = randomBytes(32).toString("hex");
  const email = `platform.${randomBytes(5).toString("hex")}@platform.example`;
  await query(
    `insert into users (id, email, name, locale, email_verified_at, platform_admin, created_at)
     values ($1, $2, 'Platform', 'en', now(), true, now())`,
    [userId, email],
  );
  await query(
    `insert into sessions (id, sid_hash, user_id, amr, ip, user_agent, created_at, last_seen_at, proved_at, expires_at)
     values ($1, $2, $3, '{pwd,otp}', '192.0.2.10', 'test', now(), now(), now(), now() + interval '1 day')`,
    [sessionId, sidHash, userId],
  );
  const now = new Date();
  const caller = {
    kind: "person" as const,
    via: "cookie" as const,
    sidHash,
    facts: { session_id: sessionId, user_id: userId, email, name: "Platform", platform_admin: true } as SessionFacts,
    verdict: {
      live: true as const,
      role: "platform_admin" as const,
      tenantId: null,
      mustEnrol: false,
      freshUntil: new Date(now.getTime() + 600_000),
    },
  };
  return {
    userId,
    email,
    sessionId,
    ctx: callerCtx(caller, { requestId: newRequestId(), locale: "en", client: CLIENT }),
  };
}
