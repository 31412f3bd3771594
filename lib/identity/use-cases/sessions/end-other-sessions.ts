import { command, NoInput } from "@/lib/kernel/use-case";
import { Ended } from "../../core/sessions/schemas";
import { revokeSessions } from "../../data/sessions";
import { signedInPerson } from "./signed-in-person";

/** Signs whoever asks out everywhere but here, in every company. */
export const endOtherSessions = command({
  name: "identity.session.end_others",
  permission: "account",
  fresh: true,
  input: NoInput,
  output: Ended,
  async run(ctx) {
    const { userId, sessionId } = signedInPerson(ctx);
    const ended = await revokeSessions(ctx, { userId, except: sessionId }, "ended_by_person", ctx.now());
    ctx.audit({ entity: "sessions", id: sessionId, after: { others_ended: ended } });
    return { ended };
  },
});
