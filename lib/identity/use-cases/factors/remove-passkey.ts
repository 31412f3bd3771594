import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { Done, NamedPasskey } from "../../core/factors/schemas";
import { deletePasskey } from "../../data/passkeys";
import { releaseFactor } from "./release-factor";
import { requirePerson } from "./require-person";

/** Throws `not_found` for a passkey that is not one's own, `conflict` with `last_factor` where one must stay. */
export const removePasskey = command({
  name: "identity.passkeys.remove",
  permission: "account",
  fresh: true,
  input: NamedPasskey,
  output: Done,
  async run(ctx, { id }) {
    const user = await requirePerson(ctx);
    await releaseFactor(ctx, user, "passkey", async () => {
      const label = await deletePasskey(ctx, user.id, id);
      if (label === undefined) throw new AppError("not_found", "You have no such passkey.");
      ctx.audit({ entity: "passkeys", id, before: { label } });
    });
    return { status: "done" as const };
  },
});
