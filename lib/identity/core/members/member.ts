import type { Role } from "../../policy";
import type { AccessItem } from "./access-schemas";
import { accessState } from "./access-state";

/** A person's access to a company. */
export type Member = {
  id: string;
  tenantId: string;
  userId: string;
  email: string;
  name: string;
  role: Role;
  hasAccess: boolean;
  expiresAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
};

export function toAccessItem(member: Member, selfId: string | null, now: Date): AccessItem {
  return {
    id: member.id,
    user_id: member.userId,
    email: member.email,
    name: member.name,
    role: member.role,
    has_access: member.hasAccess,
    expires_at: member.expiresAt?.toISOString() ?? null,
    status: accessState(member, now),
    is_self: member.userId === selfId,
    version: member.version,
    created_at: member.createdAt.toISOString(),
    updated_at: member.updatedAt.toISOString(),
  };
}

type Facts = Pick<Member, "email" | "role" | "hasAccess" | "expiresAt">;

/** What the audit log keeps of an access. */
export const accessFacts = ({ email, role, hasAccess, expiresAt }: Facts) => ({
  email,
  role,
  has_access: hasAccess,
  expires_at: expiresAt?.toISOString() ?? null,
});
