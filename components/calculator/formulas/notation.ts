/** What a formula is made of; each kind is an element of MathML. */
export type MathNode =
  | { kind: "number" | "name" | "operator" | "sign"; text: string }
  | { kind: "row"; items: MathNode[] }
  | { kind: "fraction"; above: MathNode; below: MathNode }
  | { kind: "script"; base: MathNode; above?: MathNode; below?: MathNode };

const TOKEN = /\s*(\$?\d[\d,.]*(?:\u00a0?%)?|[\p{L}']+|"[^"]*"|[{}^_]|[^\s])/gu;

/**
 * Reads a formula as it is typed: `s = frac{10^12 · 86400}{D · 2^32}`, `h_0 (1 − d)^t`. Numbers may carry thousands
 * separators, a dollar or a percent sign; `"J/TH"` is text; `{}` groups; `^` and `_` set what follows up and down.
 */
export function parseNotation(text: string): MathNode {
  const tokens = [...text.matchAll(TOKEN)].map(([, token = ""]) => token);
  const { row, rest } = parseRow(tokens);
  if (rest.length > 0) throw new Error(`Unexpected ${rest[0]} in the formula ${text}`);
  return row;
}

type Parsed = { node: MathNode; rest: string[] };

function parseRow(tokens: string[]): { row: MathNode; rest: string[] } {
  const items: MathNode[] = [];
  let rest = tokens;
  while (rest.length > 0 && rest[0] !== "}") {
    const next = parseScripts(rest);
    items.push(next.node);
    rest = next.rest;
  }
  const [only] = items;
  return { row: items.length === 1 && only ? only : { kind: "row", items }, rest };
}

function parseScripts(tokens: string[]): Parsed {
  let { node, rest } = parseAtom(tokens);
  while (rest[0] === "^" || rest[0] === "_") {
    const place = rest[0] === "^" ? "above" : "below";
    const script = parseAtom(rest.slice(1));
    node =
      node.kind === "script" ? { ...node, [place]: script.node } : { kind: "script", base: node, [place]: script.node };
    rest = script.rest;
  }
  return { node, rest };
}

function parseAtom([token = "", ...rest]: string[]): Parsed {
  if (token === "{") return parseGroup(rest);
  if (token === "frac") {
    const above = parseGroup(rest.slice(1));
    const below = parseGroup(above.rest.slice(1));
    return { node: { kind: "fraction", above: above.node, below: below.node }, rest: below.rest };
  }
  if (/^\$?\d/.test(token)) return { node: { kind: "number", text: token }, rest };
  if (/^[\p{L}"]/u.test(token)) return { node: { kind: "name", text: token.replaceAll('"', "") }, rest };
  return { node: { kind: "operator", text: token }, rest };
}

/** What stands between braces; the opening one has been read. A minus at its beginning is a sign. */
function parseGroup(tokens: string[]): Parsed {
  const { row, rest } = parseRow(tokens);
  if (rest[0] !== "}") throw new Error("A formula's brace is not closed");
  if (row.kind === "row" && row.items[0]?.kind === "operator") row.items[0] = { ...row.items[0], kind: "sign" };
  return { node: row, rest: rest.slice(1) };
}
