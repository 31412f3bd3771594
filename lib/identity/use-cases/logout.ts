import { command, NoInput } from "@/lib/kernel/use-case";
import { revokeSession } from "../data/sessions";
import { Done } from "../schemas";

/** Ends the session that asks, and with it every token of its. */
export const logout = command({
  name: "identity.logout",
  permission: "account",
  input: NoInput,
  output: Done,
  async run(ctx) {
    const id = ctx.session?.id ?? "";
    await revokeSession(ctx, id, "signed_out", ctx.now());
    ctx.audit({ entity: "sessions", id, after: { revoked: "signed_out" } });
    return { status: "done" as const };
  },
});
