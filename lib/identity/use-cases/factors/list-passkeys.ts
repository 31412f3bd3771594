import { query } from "@/lib/kernel/use-case";
import { NothingAsked, PasskeyList } from "../../core/factors/schemas";
import { listPasskeys as readPasskeys } from "../../data/passkeys";
import { requirePerson } from "./require-person";

/** More than anybody has devices. */
export const MAX_PASSKEYS = 20;

export const listPasskeys = query({
  name: "identity.passkeys.list",
  permission: "account",
  input: NothingAsked,
  output: PasskeyList,
  async run(ctx) {
    const rows = await readPasskeys(ctx, (await requirePerson(ctx)).id);
    const passkeys = rows.map(({ credentialId: id, label, transports, createdAt, lastUsedAt }) => ({
      id,
      label,
      transports,
      created_at: createdAt.toISOString(),
      last_used_at: lastUsedAt?.toISOString() ?? null,
    }));
    return { passkeys, limit: MAX_PASSKEYS };
  },
});
