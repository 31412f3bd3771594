const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/;
/** What may not begin a line, and what may not end one. */
const CLOSING = /[，。、：；？！）》】」』”’％…—·~,.:;?!)\]%°¢]/;
const OPENING = /[（《【「『“‘([$¥+−-]/;
const LATIN = /[\p{Script=Latin}\p{Nd}.,/_'’+−%$¢-]/u;

/**
 * Where the PDF writer may break a word that it has cut at spaces. English words stay whole. Chinese breaks between
 * any two characters, but not before closing punctuation, after opening punctuation or inside a Latin word or number.
 * An empty piece is a place to break without a hyphen.
 */
export function lineBreaks(word: string): string[] {
  if (word.startsWith("http")) return word.split(/(?<=[/?&~])/).flatMap((piece) => [piece, ""]);
  // The writer cuts a word where its letters begin: `6.0 ¢/` and `kWh`. No hyphen belongs there.
  if (!CHINESE.test(word)) return /[\u00a0/¢$]$/.test(word) ? [word, ""] : [word];
  const pieces: string[] = [];
  for (const character of word) {
    const last = pieces.at(-1);
    if (last !== undefined && joined(last.at(-1) ?? "", character)) pieces[pieces.length - 1] = last + character;
    else pieces.push(character);
  }
  return pieces.flatMap((piece) => [piece, ""]);
}

const joined = (before: string, after: string): boolean =>
  CLOSING.test(after) || OPENING.test(before) || (LATIN.test(before) && LATIN.test(after));
