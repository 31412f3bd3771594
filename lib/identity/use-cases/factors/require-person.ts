import type { QueryCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { findUser, type UserRow } from "../../data/users";

/** The person who is signed in. Throws `unauthenticated` where there is none (any more). */
export async function requirePerson(ctx: QueryCtx): Promise<UserRow> {
  const user = ctx.session ? await findUser(ctx, ctx.session.userId) : undefined;
  if (!user) throw new AppError("unauthenticated", "Sign in first.");
  return user;
}
