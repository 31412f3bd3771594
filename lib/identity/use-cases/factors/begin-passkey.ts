import { query } from "@/lib/kernel/use-case";
import { creationOptions } from "../../adapters/passkeys";
import { NothingAsked, PasskeyOptions } from "../../core/factors/schemas";
import { listPasskeys } from "../../data/passkeys";
import { newChallenge, requireSite } from "./check-passkey";
import { requirePerson } from "./require-person";

/**
 * What the browser needs to make a passkey. A query: the challenge that it keeps for five minutes is no record of the
 * product's; the passkey that answers it is.
 */
export const beginPasskey = query({
  name: "identity.passkeys.options",
  permission: "account",
  fresh: true,
  input: NothingAsked,
  output: PasskeyOptions,
  async run(ctx) {
    const site = requireSite(ctx);
    const user = await requirePerson(ctx);
    const known = (await listPasskeys(ctx, user.id)).map(({ credentialId: id, transports }) => ({ id, transports }));
    const { challenge, expires_at } = await newChallenge(ctx, "passkey_register", user.id);
    return { options: { ...(await creationOptions(site, user, challenge, known)) }, expires_at };
  },
});
