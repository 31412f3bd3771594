import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import type { ActingRole } from "../../policy";

/** The person who works with the keys of a company, and the company. Throws `forbidden` where there is none of either. */
export function keyKeeper(ctx: Ctx): {
  tenantId: string;
  userId: string;
  role: ActingRole;
  email: string;
  name: string;
} {
  const { tenantId, session, actor } = ctx;
  if (tenantId === null || session === null || actor.role === null)
    throw new AppError("forbidden", "API keys belong to a company: sign in to one as a person.");
  return {
    tenantId,
    userId: session.userId,
    role: actor.role as ActingRole,
    email: session.email,
    name: session.name,
  };
}
