import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { Done, RenamePasskey } from "../../core/factors/schemas";
import { renamePasskey as writeLabel } from "../../data/passkeys";
import { requirePerson } from "./require-person";

/** Throws `not_found` for a passkey that is not one's own. */
export const renamePasskey = command({
  name: "identity.passkeys.rename",
  permission: "account",
  input: RenamePasskey,
  output: Done,
  async run(ctx, { id, label }) {
    const user = await requirePerson(ctx);
    const before = await writeLabel(ctx, user.id, id, label);
    if (before === undefined) throw new AppError("not_found", "You have no such passkey.");
    ctx.audit({ entity: "passkeys", id, before: { label: before }, after: { label } });
    return { status: "done" as const };
  },
});
