import { NoInput, query } from "@/lib/kernel/use-case";
import { ownSession } from "../../core/sessions/own-session";
import { OwnSessions } from "../../core/sessions/schemas";
import { listOwnSessions as readSessions } from "../../data/own-sessions";
import { listMemberships } from "../../data/user-access";
import { signedInPerson } from "./signed-in-person";

export const listOwnSessions = query({
  name: "identity.session.list",
  permission: "account",
  input: NoInput,
  output: OwnSessions,
  async run(ctx) {
    const { userId, sessionId } = signedInPerson(ctx);
    const now = ctx.now();
    const owner = {
      platformAdmin: ctx.actor.role === "platform_admin" || ctx.actor.role === "support",
      places: await listMemberships(ctx, userId),
      currentId: sessionId,
    };
    const rows = await readSessions(ctx, userId, now);
    return { items: rows.flatMap((row) => ownSession(row, owner, now) ?? []) };
  },
});
