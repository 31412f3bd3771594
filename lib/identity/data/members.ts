import type { TellingCtx, UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { Prisma } from "@/prisma/generated/client";
import type { AccessState } from "../core/members/access-state";
import type { Member } from "../core/members/member";
import { ROLES, type Role } from "../policy";
import { literal } from "./like";
import { pageArgs, pageOf } from "./page-rows";
import { tellMember } from "./tell-member";

type InUnit = { unit: UnitOfWork };

const FIELDS = {
  id: true,
  tenantId: true,
  userId: true,
  email: true,
  name: true,
  role: true,
  hasAccess: true,
  expiresAt: true,
  version: true,
  createdAt: true,
  updatedAt: true,
} as const;

// A person sees their own row of every company, so each of these names the company.

/** One person's access to a company, by one of its keys. */
export async function findMember(
  ctx: InUnit,
  tenantId: string,
  key: { id: string } | { userId: string } | { email: string },
): Promise<Member | undefined> {
  const row = await (await tx(ctx)).userAccess.findFirst({ where: { ...key, tenantId }, select: FIELDS });
  return row ? memberOf(row) : undefined;
}

export const listOwners = (ctx: InUnit, tenantId: string): Promise<Member[]> => listOfRoles(ctx, tenantId, ["owner"]);

/** Whoever has access in one of these roles; whose access has expired is among them. */
export async function listOfRoles(ctx: InUnit, tenantId: string, roles: readonly Role[]): Promise<Member[]> {
  const where = { tenantId, role: { in: [...roles] }, hasAccess: true };
  return (await (await tx(ctx)).userAccess.findMany({ where, select: FIELDS, orderBy: { id: "asc" } })).map(memberOf);
}

export type MemberFilter = {
  search?: string | undefined;
  role?: Role | undefined;
  status?: AccessState | undefined;
  now: Date;
};
type Page = { limit: number; cursor?: string | undefined };

/** By address, one page and how many there are in all. */
export async function listMembers(
  ctx: InUnit,
  tenantId: string,
  filter: MemberFilter,
  { limit, cursor }: Page,
): Promise<{ rows: Member[]; next: string | null; total: number }> {
  const db = await tx(ctx);
  const where = { tenantId, ...whereOf(filter) };
  const found = await db.userAccess.findMany({
    where,
    select: FIELDS,
    orderBy: [{ email: "asc" }, { id: "asc" }],
    ...pageArgs(limit, cursor),
  });
  const { rows, next } = pageOf(found, limit);
  return { rows: rows.map(memberOf), next, total: await db.userAccess.count({ where }) };
}

function whereOf({ search, role, status, now }: MemberFilter): Prisma.UserAccessWhereInput {
  const like = search && { contains: literal(search), mode: "insensitive" as const };
  return {
    ...(like ? { OR: [{ email: like }, { name: like }] } : {}),
    ...(role ? { role } : {}),
    ...(status === "revoked" ? { hasAccess: false } : {}),
    ...(status === "expired" ? { hasAccess: true, expiresAt: { lte: now } } : {}),
    ...(status === "active"
      ? { hasAccess: true, AND: [{ OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] }] }
      : {}),
  };
}

/** Changes what an access is worth, and tells of it; gives the row as it is then. */
export async function updateMember(
  ctx: TellingCtx,
  member: Member,
  change: { role: Role; hasAccess: boolean; expiresAt: Date | null },
  now: Date,
): Promise<Member> {
  const row = await (await tx(ctx)).userAccess.update({
    where: { id: member.id, tenantId: member.tenantId },
    data: { ...change, version: { increment: 1 }, updatedAt: now },
    select: FIELDS,
  });
  tellMember(ctx, row);
  return memberOf(row);
}

/** Ends the keys that a person made in a company; gives how many were live. */
export async function revokeKeysOf(ctx: InUnit, tenantId: string, userId: string, now: Date): Promise<number> {
  const { count } = await (await tx(ctx)).apiKey.updateMany({
    where: { tenantId, userId, revokedAt: null },
    data: { revokedAt: now },
  });
  return count;
}

export type MemberSession = {
  id: string;
  ip: string;
  userAgent: string;
  amr: string[];
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
};

/** Where a person is signed in to a company: sessions that are live and were used since `seenSince`. */
export async function listMemberSessions(
  ctx: InUnit,
  who: { tenantId: string; userId: string; seenSince: Date; now: Date },
): Promise<MemberSession[]> {
  const { tenantId, userId, seenSince, now } = who;
  return (await tx(ctx)).session.findMany({
    where: { tenantId, userId, revokedAt: null, expiresAt: { gt: now }, lastSeenAt: { gt: seenSince } },
    select: { id: true, ip: true, userAgent: true, amr: true, createdAt: true, lastSeenAt: true, expiresAt: true },
    orderBy: { lastSeenAt: "desc" },
    take: 100,
  });
}

function memberOf(row: Omit<Member, "role"> & { role: string }): Member {
  const role = ROLES.find((known) => known === row.role);
  if (!role) throw new Error(`user_access ${row.id} has an unknown role`);
  return { ...row, role };
}
