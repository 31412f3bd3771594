/** Formats by a key that says all of what they are, each made when it is first asked for: making takes fifty times as long as using. */
export function keptFormats<Format>(): (key: string, make: () => Format) => Format {
  const made = new Map<string, Format>();
  return (key, make) => {
    const known = made.get(key);
    if (known) return known;
    const format = make();
    made.set(key, format);
    return format;
  };
}
