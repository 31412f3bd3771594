import { query } from "@/lib/kernel/use-case";
import { NothingAsked, TotpState } from "../../core/factors/schemas";
import { findTotp } from "../../data/totp";
import { requirePerson } from "./require-person";

export const totpState = query({
  name: "identity.totp.state",
  permission: "account",
  input: NothingAsked,
  output: TotpState,
  async run(ctx) {
    const { id } = await requirePerson(ctx);
    const totp = await findTotp(ctx, id);
    return { is_on: totp !== undefined, since: totp?.confirmedAt.toISOString() ?? null };
  },
});
