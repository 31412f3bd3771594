/** How much of a company's or a person's name a mail shows. */
export const NAME_MAX = 80;

/** Between two characters that a mail client would read as part of a link; nobody sees it. */
const GAP = "\u200b";

/**
 * Text that somebody else typed, as a mail may show it: one line, at most `max` characters, without invisible characters
 * that turn or hide what is read, and never a link. Mail clients make links of addresses in plain words, so a company
 * called “Win at evil.com” could lead a reader anywhere, in our name. Twice the same as once.
 */
export function shownText(text: string, max = NAME_MAX): string {
  const line = text
    .replace(/\p{Cs}/gu, "\ufffd")
    // Format characters but the joiners that some scripts and emoji need; before the blanks, which they may stand between.
    .replace(/(?![\u200c\u200d])\p{Cf}/gu, "")
    .replace(/[\p{Zl}\p{Zp}\p{Cc}\s]+/gu, " ")
    .trim();
  const signs = [...line];
  const cut =
    signs.length > max
      ? `${signs
          .slice(0, max - 1)
          .join("")
          .trimEnd()}…`
      : line;
  return cut === "" ? "…" : cut.replace(/[.:@/](?=[^\s.])/gu, `$&${GAP}`);
}
