import type { CommandCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { command, NoInput } from "@/lib/kernel/use-case";
import { ById } from "../../core/members/fields";
import { OpenedSupport, SupportItem } from "../../core/platform/schemas";
import { findSupportAccess } from "../../data/support-access";
import { companyOf } from "../members/here";
import { rotateOwnSession } from "../rotate";
import { endLook } from "./end-look";

/** Ends the look that this session is; the administrator goes on as one. */
export const endOwnSupport = command({
  name: "platform.support.end-own",
  permission: "account",
  secretAnswer: true,
  input: NoInput,
  output: OpenedSupport,
  async run(ctx) {
    const id = ctx.session?.supportAccessId;
    if (!id) throw new AppError("conflict", "This session doesn't look into a company.");
    const item = await end(ctx, id);
    const place = { tenantId: null, role: "platform_admin", supportAccessId: null } as const;
    const { sid, session_expires_at } = await rotateOwnSession(ctx, { place });
    return { ...item, sid, session_expires_at };
  },
});

/** Ends a look into the company, as the company's owner may at any time: the administrator's next request is none of it. */
export const endSupport = command({
  name: "platform.support.end",
  permission: "company:write",
  input: ById,
  output: SupportItem,
  run: (ctx, { id }) => end(ctx, id),
});

async function end(ctx: CommandCtx, id: string): Promise<SupportItem> {
  const access = await findSupportAccess(ctx, id);
  if (!access || access.tenantId !== companyOf(ctx))
    throw new AppError("not_found", "There is no look into the company with this id.");
  const ended = await endLook(ctx, access);
  if (!ended) throw new AppError("conflict", "This look into the company is over already.");
  return ended;
}
