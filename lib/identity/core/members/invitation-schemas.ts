import { z } from "zod";
import { ROLES } from "../../policy";
import { EmailAddress, PersonName, RoleName, SecretToken, TypedPassword } from "../../schemas";
import { AccessEnd, NextPage, Paging, Time } from "./fields";

const Role = z.enum(ROLES);

export const Invite = z.strictObject({
  email: EmailAddress,
  name: PersonName.optional(),
  role: RoleName,
  access_expires_at: AccessEnd.optional(),
});
/** The same as the back office writes it. */
export const AddAccess = z.strictObject({
  email: EmailAddress,
  name: PersonName.optional(),
  role: RoleName,
  expires_at: AccessEnd.optional(),
});

export const InvitationItem = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string().nullable(),
    role: Role,
    state: z.enum(["open", "accepted", "revoked", "expired"]),
    invited_by: z.string().meta({ description: "The name of who sent it" }),
    access_expires_at: Time.nullable(),
    created_at: Time,
    expires_at: Time.meta({ description: "Until then it can be accepted" }),
  })
  .meta({ id: "Invitation" });
export type InvitationItem = z.output<typeof InvitationItem>;

export const ListInvitations = z.strictObject({
  state: z.enum(["open", "all"]).default("open").meta({ description: "open: those that can still be accepted" }),
  ...Paging,
});
export const InvitationPage = z.object({ items: z.array(InvitationItem), ...NextPage });

export const ByToken = z.strictObject({ token: SecretToken });
export const InvitationPreview = z.object({
  company: z.string(),
  inviter: z.string(),
  email: z.string(),
  name: z.string().nullable(),
  role: Role,
  expires_at: Time,
  access_expires_at: Time.nullable(),
});
export const Joined = z.object({ tenant_id: z.uuid(), company: z.string(), role: Role });
export const Join = z.strictObject({ token: SecretToken, name: PersonName, password: TypedPassword });
