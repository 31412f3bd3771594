const MAX_LENGTH = 254;
const LOCAL = /^[a-z0-9#$&'*+/=?^_`{|}~-]+(?:\.[a-z0-9#$&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/**
 * One address for one person, whatever its spelling: compatibility forms folded (NFKC) and then checked, lower case, ASCII
 * only. `undefined` for everything else: quoted local parts, old routing by % and !, look-alikes of "@", lists, names around it, line breaks.
 */
export function normaliseEmail(text: string): string | undefined {
  // A look-alike of "@" becomes one by folding: who writes one means to be read as somebody else.
  if (/[＠﹫]/.test(text)) return undefined;
  const address = text.trim().normalize("NFKC").toLowerCase();
  const [local = "", domain = "", more] = address.split("@");
  if (more !== undefined || address.length > MAX_LENGTH || local.length > 64) return undefined;
  return LOCAL.test(local) && DOMAIN.test(domain) ? address : undefined;
}

/** How an address is shown where not everybody should read it: `a…@mine.example`. */
export const maskEmail = (email: string): string => email.replace(/^(.).*(?=@)/, "$1…");
