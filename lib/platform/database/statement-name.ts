/** More texts than the product has; whoever makes them up as they go (lists of any length) shall not fill the server. */
const MOST = 1_000;

declare global {
  // Next bundles this file more than once, for pages and for routes. They share the pool's connections, on which a name
  // stands for one text.
  var hashinsightStatementNames: Map<string, string> | undefined;
}

globalThis.hashinsightStatementNames ??= new Map();
const names = globalThis.hashinsightStatementNames;

/**
 * The name by which a connection keeps a statement prepared, so that Postgres parses and plans its text once. A text that
 * comes after a thousand others gets the empty name, which Postgres forgets: it is parsed at each use.
 */
export function statementName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MOST) return "";
  const name = `p${names.size}`;
  names.set(text, name);
  return name;
}
