import type { TellingCtx, UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import { announceSessions } from "@/lib/platform/events/wake";
import { CompanyChanged, CompanyClosed, CompanyReopened } from "../events";
import { literal } from "./like";
import { pageArgs, pageOf } from "./page-rows";
import { tellCompany } from "./tell-company";

type InUnit = { unit: UnitOfWork };

const FIELDS = {
  id: true,
  name: true,
  plan: true,
  isDemo: true,
  version: true,
  createdAt: true,
  closedAt: true,
} as const;

export type TenantRow = {
  id: string;
  name: string;
  plan: string;
  isDemo: boolean;
  version: number;
  createdAt: Date;
  closedAt: Date | null;
};

export async function findTenantRow(ctx: InUnit, id: string): Promise<TenantRow | undefined> {
  return (await (await tx(ctx)).tenant.findUnique({ where: { id }, select: FIELDS })) ?? undefined;
}

const RAISED = { version: { increment: 1 }, eventVersion: { increment: 1 } } as const;

/** Renames a company of this version and tells of it; false when it has another by now. */
export async function renameTenant(
  ctx: TellingCtx,
  tenant: { id: string; version: number; name: string },
): Promise<boolean> {
  const { id, version, name } = tenant;
  const [row] = await (await tx(ctx)).tenant.updateManyAndReturn({ where: { id, version }, data: { name, ...RAISED } });
  if (row) tellCompany(ctx, CompanyChanged, row);
  return row !== undefined;
}

/** Closes or reopens, and tells of it; false when it was so already. */
export async function setTenantClosed(ctx: TellingCtx, id: string, closedAt: Date | null): Promise<boolean> {
  const where = { id, closedAt: closedAt ? null : { not: null } };
  const [row] = await (await tx(ctx)).tenant.updateManyAndReturn({ where, data: { closedAt, ...RAISED } });
  if (row) tellCompany(ctx, closedAt ? CompanyClosed : CompanyReopened, row);
  ctx.unit.afterCommit(announceSessions);
  return row !== undefined;
}

type Wanted = {
  search?: string | undefined;
  state: "open" | "closed" | "all";
  limit: number;
  cursor?: string | undefined;
};

/** By name; the unit must be the platform's. */
export async function listTenants(
  ctx: InUnit,
  { search, state, limit, cursor }: Wanted,
): Promise<{ rows: TenantRow[]; next: string | null; total: number }> {
  const db = await tx(ctx);
  const where = {
    ...(state === "all" ? {} : { closedAt: state === "open" ? null : { not: null } }),
    ...(search ? { OR: searched(search) } : {}),
  };
  const found = await db.tenant.findMany({
    where,
    select: FIELDS,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    ...pageArgs(limit, cursor),
  });
  return { ...pageOf(found, limit), total: await db.tenant.count({ where }) };
}

const IS_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const searched = (search: string) => [
  { name: { contains: literal(search), mode: "insensitive" as const } },
  ...(IS_ID.test(search) ? [{ id: search }] : []),
];

/** How many people have access to each company: a count is all that the platform gets of them. */
export async function countMembers(ctx: InUnit, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await (await tx(ctx)).$queryRaw<{ tenant_id: string; members: number }[]>`
    select tenant_id, members from tenant_member_counts(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ tenant_id, members }) => [tenant_id, members]));
}
