/** Unreserved, sub-delimiters and escapes of RFC 3986; no `:` and no `@`, which no page of ours has in its path. */
const PATH = /^\/(?:en|zh)(?:\/(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+)*\/?$/;
const REST = /^(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*$/;
const LONGEST = 2048;

/**
 * Where to go after signing in: the value of `next` or `callbackUrl` if it is an absolute path of our own pages
 * (`/en/…`, `/zh/…`, with query and fragment), else `fallback`. Takes whatever an address or a form can carry; a
 * repeated parameter (an array) is refused.
 */
export function safeReturn(value: unknown, fallback: string): string {
  return typeof value === "string" && isOwnPage(value) ? value : fallback;
}

function isOwnPage(value: string): boolean {
  if (value.length > LONGEST) return false;
  const [, path = "", query = "", fragment = ""] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(value) ?? [];
  if (!PATH.test(path) || !REST.test(query) || !REST.test(fragment)) return false;
  // Escapes that something behind us may take for a slash, a backslash, another escape, a dot or a new line.
  if (/%(?:2f|5c|25|2e)/i.test(path) || /%(?:[01][0-9a-f]|7f)/i.test(value)) return false;
  return !path.split("/").some((part) => part === "." || part === "..");
}
