import { command } from "@/lib/kernel/use-case";
import { AccessItem } from "../../core/members/access-schemas";
import { ById } from "../../core/members/fields";
import { MemberChanged } from "../../events";
import { changeAccess } from "./change-access";

/** Takes somebody's access away, at once: also where they are signed in, and their keys. */
export const revokeAccess = command({
  name: "members.access.revoke",
  permission: "members:write",
  emits: [MemberChanged],
  fresh: true,
  input: ById,
  output: AccessItem,
  run: (ctx, { id }) => changeAccess(ctx, { id, change: { hasAccess: false } }),
});
