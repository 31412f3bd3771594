import Decimal from "decimal.js";

/** A string of the text, or a number outside of strings. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
const SMALL_WHOLE = /^(0|-?[1-9]\d{0,14})$/;

/** Postgres refuses this character in JSON, so no text of the log begins with it. */
const MARK = "\\u0000";

/**
 * Reads JSON as Postgres writes it (`jsonb::text`), so that no two texts give the same value. RFC 8785 knows numbers that
 * a double holds; any other (`12345678901234567890`, `1.0`) becomes a string of U+0000 and its digits.
 */
export const exactJson = (text: string): unknown => parse(text, MARK);

/** The same for people: such a number is a string of its digits. */
export const readableJson = (text: string): unknown => parse(text, "");

const parse = (text: string, mark: string): unknown =>
  JSON.parse(text.replace(TOKEN, (token) => (token.startsWith('"') || isExact(token) ? token : `"${mark}${token}"`)));

/** Whether the number that JavaScript makes of these digits is written with the same digits again. */
const isExact = (digits: string): boolean =>
  SMALL_WHOLE.test(digits) || new Decimal(Number(digits)).toFixed() === digits;
