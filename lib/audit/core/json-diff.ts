/** One place where two values differ; `path` is a JSON Pointer (RFC 6901), empty for the whole. */
export type Change =
  | { kind: "added"; path: string; after: unknown }
  | { kind: "removed"; path: string; before: unknown }
  | { kind: "changed"; path: string; before: unknown; after: unknown };

type Branch = Record<string, unknown>;

/**
 * What became of one JSON value: added, removed and changed places, in the order of the keys. `undefined` is a value that
 * isn't there. Members are compared by name, items of lists by position.
 */
export function jsonDiff(before: unknown, after: unknown, path = ""): Change[] {
  if (before === after) return [];
  const left = branchOf(before);
  const right = branchOf(after);
  if (left && right && Array.isArray(before) === Array.isArray(after)) return between(left, right, path);
  // A record that came or went as a whole is told member by member.
  if (before === undefined && right && path === "") return between({}, right, path);
  if (after === undefined && left && path === "") return between(left, {}, path);
  if (before === undefined) return [{ kind: "added", path, after }];
  if (after === undefined) return [{ kind: "removed", path, before }];
  return [{ kind: "changed", path, before, after }];
}

function between(left: Branch, right: Branch, path: string): Change[] {
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  return names.flatMap((name) => jsonDiff(own(left, name), own(right, name), `${path}/${pointerPart(name)}`));
}

const own = (branch: Branch, name: string): unknown => (Object.hasOwn(branch, name) ? branch[name] : undefined);

const branchOf = (value: unknown): Branch | null =>
  typeof value === "object" && value !== null ? (value as Branch) : null;

const pointerPart = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");
