import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { BySessionId, Ended } from "../../core/sessions/schemas";
import { isOwnSession } from "../../data/own-sessions";
import { revokeSession } from "../../data/sessions";
import { signedInPerson } from "./signed-in-person";

/** Signs out one device of whoever asks; another person's session is not found. */
export const endOwnSession = command({
  name: "identity.session.end",
  permission: "account",
  fresh: true,
  input: BySessionId,
  output: Ended,
  async run(ctx, { id }) {
    const { userId } = signedInPerson(ctx);
    const isOwn = await isOwnSession(ctx, id, userId);
    if (!isOwn || !(await revokeSession(ctx, id, "ended_by_person", ctx.now())))
      throw new AppError("not_found", "This session is over, or there is none like it.");
    ctx.audit({ entity: "sessions", id, after: { ended: "ended_by_person" } });
    return { ended: 1 };
  },
});
