import { query } from "@/lib/kernel/use-case";
import { toInvitationItem } from "../../core/members/invitation";
import { InvitationPage, ListInvitations } from "../../core/members/invitation-schemas";
import { listInvitations as readInvitations } from "../../data/invitations";
import { companyOf } from "./here";

/** Who is invited to the company, the newest first. */
export const listInvitations = query({
  name: "members.invitation.list",
  permission: "members:read",
  input: ListInvitations,
  output: InvitationPage,
  async run(ctx, { state, ...page }) {
    const now = ctx.now();
    const filter = state === "open" ? { openAt: now } : {};
    const { rows, next, total } = await readInvitations(ctx, companyOf(ctx), { ...filter, ...page });
    return { items: rows.map((row) => toInvitationItem(row, row.inviter, now)), next_cursor: next, total };
  },
});
