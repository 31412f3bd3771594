/** What keeps a text from being one plain mail address; a form can say it in the reader's words. */
export type AddressFault =
  | "empty"
  | "too_long"
  | "control"
  | "not_ascii"
  | "several"
  | "display_name"
  | "quoted"
  | "no_at"
  | "local_part"
  | "domain";

/** RFC 5321, 4.5.3.1: octets of the part before the @ and of the whole path without its angle brackets. */
const LOCAL_MAX = 64;
const ADDRESS_MAX = 254;

/** The dot-atom of RFC 5322 without `%` and `!`, by which old relays send a mail on to another host. */
const LOCAL_PART = /^[\w#$&'*+/=?^`{|}~-]+(\.[\w#$&'*+/=?^`{|}~-]+)*$/;
/** Two labels or more, no hyphen at an end, and a last one that is no number: neither `localhost` nor an IP address. */
const DOMAIN = /^([a-z\d]([a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/i;

/**
 * Why `text` is not one plain address (`name@example.com`), or null if it is one. ASCII only: `＠` and its kin look like
 * an @ to one program and not to the next, so a mail could go elsewhere than the address that was verified. A domain
 * with other letters comes in its `xn--` form. No trimming: a space is a fault, so two spellings are never one address.
 */
export function addressFault(text: string): AddressFault | null {
  if (text === "") return "empty";
  if (text.length > ADDRESS_MAX) return "too_long";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are what is looked for
  if (/[\u0000-\u001f\u007f\u0085\u2028\u2029]/.test(text)) return "control";
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII
  if (/[^\u0000-\u007f]/.test(text)) return "not_ascii";
  if (text.includes('"')) return "quoted";
  if (/[,;:]/.test(text)) return "several";
  if (/[<>()\s]/.test(text)) return "display_name";
  const [local = "", domain, ...more] = text.split("@");
  if (domain === undefined) return "no_at";
  if (more.length > 0) return "several";
  if (local.length > LOCAL_MAX || !LOCAL_PART.test(local)) return "local_part";
  return DOMAIN.test(domain) ? null : "domain";
}

export const isPlainAddress = (text: string): boolean => addressFault(text) === null;
