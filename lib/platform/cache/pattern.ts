const ALLOWED = /^[\w:.@*-]+$/;

/** Whether names fit a pattern in which `*` stands for anything: `price_trend:*`. Throws a TypeError for other signs. */
export function matcher(pattern: string): (name: string) => boolean {
  if (!ALLOWED.test(pattern))
    throw new TypeError(`"${pattern}" is no pattern: names have letters, digits and : . @ _ -`);
  if (!pattern.includes("*")) return (name) => name === pattern;
  const words = new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll(/\*+/g, ".*")}$`);
  return (name) => words.test(name);
}
