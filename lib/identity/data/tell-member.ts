import type { TellingCtx } from "@/lib/kernel/context";
import { MemberChanged } from "../events";

type MemberRow = {
  id: string;
  tenantId: string;
  userId: string;
  email: string;
  name: string;
  role: string;
  hasAccess: boolean;
  expiresAt: Date | null;
  version: number;
};

/** Tells how a person stands in a company after a write of that row, which has raised its version. */
export function tellMember({ emit }: Pick<TellingCtx, "emit">, member: MemberRow): void {
  const { id, tenantId, userId, version, expiresAt } = member;
  emit(MemberChanged, {
    entityId: id,
    key: `member:${tenantId}:${userId}`,
    version,
    tenantId,
    userId,
    payload: {
      email: member.email,
      name: member.name,
      role: member.role,
      has_access: member.hasAccess,
      expires_at: expiresAt?.toISOString() ?? null,
    },
  });
}
