import { AppError } from "@/lib/kernel/errors";
import { command } from "@/lib/kernel/use-case";
import { Done, NothingAsked } from "../../core/factors/schemas";
import { deleteTotp } from "../../data/totp";
import { releaseFactor } from "./release-factor";
import { requirePerson } from "./require-person";

/** Turns the authenticator app off. Throws `not_found` where none is on, `conflict` with `last_factor` where one must stay. */
export const removeTotp = command({
  name: "identity.totp.remove",
  permission: "account",
  fresh: true,
  input: NothingAsked,
  output: Done,
  async run(ctx) {
    const user = await requirePerson(ctx);
    await releaseFactor(ctx, user, "totp", async () => {
      if (!(await deleteTotp(ctx, user.id))) throw new AppError("not_found", "No authenticator app is on.");
    });
    ctx.audit({ entity: "user_totp", id: user.id, before: { is_on: true }, after: { is_on: false } });
    return { status: "done" as const };
  },
});
