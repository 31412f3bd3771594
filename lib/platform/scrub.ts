/** What stands in place of a secret. */
export const REDACTED = "[redacted]";

/** Names whose value is a secret wherever it stands; compared without case, hyphens and underscores. */
const SECRET_NAME =
  /(password|passwd|passphrase|secret|secretbox|secrethash|token|tokens|tokenhash|apikey|authorization|cookie|cookies|privatekey|mnemonic|seedphrase|connectionstring|databaseurl|databaseownerurl|databaseruntimeurl|databaseadminurl|encryptionkey|smtpurl|redisurl|payloadbox|sid|sidhash|passwordhash|otp|totp|(otp|mfa|recovery|backup|verification)codes?)$/;

/** Fields that show secret links on purpose: the mailbox of an installation without a mail server (see mail/mailbox.ts). */
const SHOWN_NAMES = new Set(["links"]);

/** Secrets that are known by sight, and what is left of them. */
const IN_TEXT: [pattern: RegExp, left: string][] = [
  [
    /-----BEGIN ([A-Z ]*)PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g,
    `-----BEGIN $1PRIVATE KEY-----${REDACTED}`,
  ],
  [/\b(mk_live_[0-9A-Za-z]{8}_)[0-9A-Za-z]+/g, `$1${REDACTED}`],
  [/\beyJ[\w-]{10,}(\.[\w-]*){2,4}/g, REDACTED],
  [/\b(sk|rk)_(live|test)_\w{8,}|\bwhsec_\w{8,}|\bSG\.[\w-]{16,}\.[\w-]{16,}|\b(AKIA|ASIA)[0-9A-Z]{16}\b/g, REDACTED],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${REDACTED}`],
  [/\b([a-z][a-z0-9+.-]{0,20}:\/\/[^\s:/@"']*):[^\s/@"']+@/gi, `$1:${REDACTED}@`],
  [/((?:__Host-)?hashinsight[\w.-]*=)[^;\s"']+/g, `$1${REDACTED}`],
  [
    /\b([\w-]{0,40}(?:password|passwd|secret|token|api[_-]?key|authorization|cookie|private[_-]?key)\w{0,40}["']?\s*[:=]\s*)(["'`])(?:(?!\2)[^\\]|\\.){0,2000}\2/gi,
    `$1$2${REDACTED}$2`,
  ],
];
const IN_ADDRESS =
  /([?&#](?:[\w-]{0,40}token|[\w-]{0,40}secret|password|api_?key|key|sid|otp|code|signature)=)[^&#\s"'<>]+/gi;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS_BUT_LINES = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]+/g;

const DEEPEST = 8;
/** More than a person reads of one value; also what keeps a hostile text from costing time. */
const LONGEST = 10_000;

/** A text without the secrets that are known by sight, on one line. */
export function scrubText(text: string, options: { links?: boolean; lines?: boolean } = {}): string {
  let clean = text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length} characters)` : text;
  for (const [pattern, left] of IN_TEXT) clean = clean.replace(pattern, left);
  if (!options.links) clean = clean.replace(IN_ADDRESS, `$1${REDACTED}`);
  return clean.replace(options.lines ? CONTROLS_BUT_LINES : CONTROLS, " ");
}

/**
 * A copy of fields that may be written down: values under secret names are gone at every depth, texts are scrubbed,
 * errors become their parts (a stack keeps its lines). What is deeper than eight levels, or meets itself, is left out.
 */
export function scrub(value: unknown, name = "", depth = 0, above: readonly object[] = []): unknown {
  if (value !== undefined && value !== null && isSecret(name, value)) return REDACTED;
  if (typeof value === "string") return scrubText(value, { links: SHOWN_NAMES.has(name), lines: name === "stack" });
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  if (depth >= DEEPEST || above.includes(value)) return "[…]";
  const inner = (key: string, one: unknown) => scrub(one, key, depth + 1, [...above, value]);
  if (value instanceof Error) return Object.fromEntries(partsOf(value).map(([key, one]) => [key, inner(key, one)]));
  // What stands in a list stands under the list's name.
  if (Array.isArray(value)) return value.map((one) => inner(name, one));
  if (value instanceof Headers || value instanceof Map)
    return Object.fromEntries([...value].map(([key, one]) => [String(key), inner(String(key), one)]));
  if (value instanceof Uint8Array) return `[${value.byteLength} bytes]`;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [scrubText(key), inner(key, one)]));
}

function isSecret(name: string, value: unknown): boolean {
  const plain = name.toLowerCase().replaceAll(/[-_]/g, "");
  // `code` is an error's, most of the time; one of six to ten digits is a person's.
  if (plain === "code") return /^\d{6,10}$/.test(String(value));
  return SECRET_NAME.test(plain);
}

function partsOf(error: Error): [string, unknown][] {
  const { message, stack, cause } = error;
  return [
    ["type", error.constructor?.name ?? error.name],
    ["message", message],
    ["stack", stack],
    ...Object.entries(error).filter(([key]) => !["message", "stack", "cause"].includes(key)),
    ...(cause === undefined ? [] : ([["cause", cause]] as [string, unknown][])),
  ];
}
