import { query } from "@/lib/kernel/use-case";
import { AccessItem, AccessPage, ListAccess } from "../../core/members/access-schemas";
import { ById } from "../../core/members/fields";
import { toAccessItem } from "../../core/members/member";
import { listMembers } from "../../data/members";
import { companyOf, memberHere } from "./here";

/** Who has, or had, access to the company, by address. */
export const listAccess = query({
  name: "members.access.list",
  permission: "members:read",
  input: ListAccess,
  output: AccessPage,
  async run(ctx, { limit, cursor, ...filter }) {
    const now = ctx.now();
    const { rows, next, total } = await listMembers(ctx, companyOf(ctx), { ...filter, now }, { limit, cursor });
    return { items: rows.map((row) => toAccessItem(row, ctx.actor.userId, now)), next_cursor: next, total };
  },
});

export const getAccess = query({
  name: "members.access.get",
  permission: "members:read",
  input: ById,
  output: AccessItem,
  run: async (ctx, { id }) => toAccessItem(await memberHere(ctx, id), ctx.actor.userId, ctx.now()),
});
