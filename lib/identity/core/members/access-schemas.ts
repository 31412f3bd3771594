import { z } from "zod";
import { ROLES } from "../../policy";
import { RoleName } from "../../schemas";
import { AccessEnd, Id, NextPage, Paging, Search, Time } from "./fields";

const Role = z.enum(ROLES);

export const AccessItem = z
  .object({
    id: z.uuid(),
    user_id: z.uuid(),
    email: z.string(),
    name: z.string(),
    role: Role,
    has_access: z.boolean(),
    expires_at: Time.nullable(),
    status: z.enum(["active", "expired", "revoked"]),
    is_self: z.boolean(),
    version: z.int().meta({ description: "For If-Match" }),
    created_at: Time,
    updated_at: Time,
  })
  .meta({ id: "UserAccess" });
export type AccessItem = z.output<typeof AccessItem>;

export const ListAccess = z.strictObject({
  search: Search.optional().meta({ description: "Part of an address or a name" }),
  role: RoleName.optional(),
  status: z.enum(["active", "expired", "revoked"], { error: "Choose active, expired or revoked." }).optional(),
  ...Paging,
});
export const AccessPage = z.object({ items: z.array(AccessItem), ...NextPage });

export const EditAccess = z
  .strictObject({
    id: Id,
    version: z.int().min(1),
    role: RoleName.optional(),
    has_access: z.boolean().optional(),
    expires_at: AccessEnd.optional(),
  })
  .refine((change) => [change.role, change.has_access, change.expires_at].some((value) => value !== undefined), {
    error: "Say what to change: role, has_access or expires_at.",
  });

export const MemberSession = z.object({
  id: z.uuid(),
  ip: z.string(),
  user_agent: z.string(),
  signed_in_with: z.array(z.string()),
  created_at: Time,
  last_seen_at: Time,
  expires_at: Time,
});
export const MemberSessions = z.object({ items: z.array(MemberSession) });
export const EndedSessions = z.object({ ended: z.int().min(0) });
