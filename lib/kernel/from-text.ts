/** What a field of a form holds, where JSON would have an object: a form sends text. Text that is no JSON stays as it is. */
export const fromText = (value: unknown): unknown => {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};
