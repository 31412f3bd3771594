import { command } from "@/lib/kernel/use-case";
import { AccessItem, EditAccess } from "../../core/members/access-schemas";
import { MemberChanged } from "../../events";
import { changeAccess } from "./change-access";

/** Changes somebody's role, whether they have access, or until when; what is left out stays. */
export const editAccess = command({
  name: "members.access.edit",
  permission: "members:write",
  emits: [MemberChanged],
  fresh: true,
  input: EditAccess,
  output: AccessItem,
  run: (ctx, { id, version, role, has_access, expires_at }) =>
    changeAccess(ctx, { id, version, change: { role, hasAccess: has_access, expiresAt: expires_at } }),
});
