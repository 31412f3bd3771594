/** What Next gives a page of its address. */
export type AddressQuery = Record<string, string | string[] | undefined>;

/** Reads filters out of an address. What makes no sense there is no filter: an old or mistyped link still opens the page. */
export function readAddress(query: AddressQuery) {
  const text = (name: string, max = 100): string | undefined => {
    const value = query[name];
    // Nobody types a control character, and no text that is stored holds NUL.
    const first = (Array.isArray(value) ? value[0] : value)?.replace(/\p{Cc}/gu, "").trim();
    return first ? first.slice(0, max) : undefined;
  };
  return {
    text,
    oneOf: <T extends string>(name: string, allowed: readonly T[]): T | undefined => {
      const value = text(name);
      return allowed.find((known) => known === value);
    },
    /** A day that there is: 2027-02-30 is none. */
    day: (name: string): string | undefined => {
      const value = text(name);
      return value !== undefined && isDay(value) ? value : undefined;
    },
    /** The place of a page in its list; the form is the list's. */
    cursor: (form: RegExp): string | undefined => {
      const value = text("cursor");
      return value !== undefined && form.test(value) ? value : undefined;
    },
  };
}

export const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const SERIAL = /^\d{1,18}$/;

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
