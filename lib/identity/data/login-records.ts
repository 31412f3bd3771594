import type { UnitOfWork } from "@/lib/kernel/context";
import { tx } from "@/lib/platform/db";
import type { LoginOutcome } from "../core/members/login-outcomes";

export type { LoginOutcome };

export type LoginRecordRow = {
  tenantId: string | null;
  userId: string | null;
  email: string;
  loginTime: Date;
  ipAddress: string;
  userAgent: string;
  method: string;
  outcome: LoginOutcome;
  sessionId?: string;
};

/** Writes down one attempt to sign in; the tenant is the unit's or none. */
export async function insertLoginRecord(ctx: { unit: UnitOfWork }, record: LoginRecordRow): Promise<void> {
  await (await tx(ctx)).loginRecord.createMany({ data: record });
}
