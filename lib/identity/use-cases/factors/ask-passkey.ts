import { query } from "@/lib/kernel/use-case";
import { requestOptions } from "../../adapters/passkeys";
import { NothingAsked, PasskeyOptions } from "../../core/factors/schemas";
import { newChallenge, requireSite } from "./check-passkey";

/**
 * What the browser needs to ask for a passkey of this site: whoever's, so that nothing is told of anybody. A query: the
 * challenge that it keeps for five minutes is no record of the product's.
 */
export const askPasskey = query({
  name: "identity.passkey.options",
  permission: "public",
  input: NothingAsked,
  output: PasskeyOptions,
  async run(ctx) {
    const site = requireSite(ctx);
    const { challenge, expires_at } = await newChallenge(ctx, "passkey_sign_in", null);
    return { options: { ...(await requestOptions(site, challenge)) }, expires_at };
  },
});
