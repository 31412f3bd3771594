/** WebAuthn's word for the site that passkeys belong to: `id` is a host's name, without port. */
export type RelyingParty = { id: string; origin: string };

const IS_ADDRESS = /^(\d+\.){3}\d+$|^\[/;

/** The site at an origin; nothing where browsers know no passkeys: at a bare IP address (WebAuthn, "relying party identifier"). */
export function relyingParty(origin: string): RelyingParty | undefined {
  const { hostname, origin: exact } = new URL(origin);
  return IS_ADDRESS.test(hostname) ? undefined : { id: hostname, origin: exact };
}
