import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { TimeRange } from "../core/members/time-range";
import { literal } from "./like";
import { pageArgs, pageOf } from "./page-rows";

export type LoginFilter = TimeRange & {
  search?: string | undefined;
  /** `failed`: every one that is not ok. */
  outcome?: string | undefined;
};
type Page = { limit: number; cursor?: string | undefined };

export type LoginRow = {
  id: bigint;
  userId: string | null;
  email: string;
  loginTime: Date;
  ipAddress: string;
  userAgent: string;
  method: string;
  outcome: string;
};

/** Attempts to sign in to a company, or of a person (anywhere), the newest first. */
export async function listLoginRecords(
  ctx: { unit: UnitOfWork },
  whose: { tenantId: string } | { userId: string },
  { search, outcome, from, before }: LoginFilter,
  { limit, cursor }: Page,
): Promise<{ rows: LoginRow[]; next: string | null }> {
  const found = await (await tx(ctx)).loginRecord.findMany({
    where: {
      ...whose,
      ...(search ? { email: { contains: literal(search), mode: "insensitive" } } : {}),
      ...(outcome ? { outcome: outcome === "failed" ? { not: "ok" } : outcome } : {}),
      ...(from || before ? { loginTime: { ...(from ? { gte: from } : {}), ...(before ? { lt: before } : {}) } } : {}),
    },
    select: {
      id: true,
      userId: true,
      email: true,
      loginTime: true,
      ipAddress: true,
      userAgent: true,
      method: true,
      outcome: true,
    },
    orderBy: [{ loginTime: "desc" }, { id: "desc" }],
    ...pageArgs(limit, cursor ? BigInt(cursor) : undefined),
  });
  return pageOf(found, limit);
}
