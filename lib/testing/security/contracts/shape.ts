import type { z } from "zod";

/** An object somewhere in a schema: its fields, and what it does with others. */
export type Shape = { path: string; fields: string[]; others: "refused" | "dropped" | "kept" };
/** What lets anything through: `any`, `unknown`, or a record of whatever names. */
export type Gap = { path: string; kind: "anything" | "any name" };

type Node = { _zod: { def: Record<string, unknown> & { type: string } } };

/** Every object of a schema, and its gaps. Paths are field names; `[]` stands for a list's members. */
export function shapesOf(schema: z.ZodType): { shapes: Shape[]; gaps: Gap[] } {
  const found = { shapes: [] as Shape[], gaps: [] as Gap[] };
  visit(schema as unknown as Node, "", found, new Set());
  return found;
}

function visit(node: Node, path: string, found: { shapes: Shape[]; gaps: Gap[] }, above: ReadonlySet<Node>): void {
  if (above.has(node)) return;
  const { def } = node._zod;
  const go = (inner: unknown, deeper = path) => {
    if (isNode(inner)) visit(inner, deeper, found, new Set([...above, node]));
  };
  if (def.type === "object") {
    const shape = def.shape as Record<string, unknown>;
    const kind = isNode(def.catchall) ? def.catchall._zod.def.type : undefined;
    found.shapes.push({
      path,
      fields: Object.keys(shape),
      others: kind === undefined ? "dropped" : kind === "never" ? "refused" : "kept",
    });
    for (const [name, inner] of Object.entries(shape)) go(inner, path === "" ? name : `${path}.${name}`);
    return;
  }
  if (def.type === "any" || def.type === "unknown") found.gaps.push({ path, kind: "anything" });
  if (def.type === "record" || def.type === "map") found.gaps.push({ path, kind: "any name" });
  if (def.type === "lazy") go((def.getter as () => unknown)());
  for (const inner of [def.innerType, def.in, def.out, def.left, def.right, def.keyType, def.valueType, def.rest])
    go(inner);
  for (const inner of [...list(def.options), ...list(def.items)]) go(inner);
  go(def.element, `${path}[]`);
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "_zod" in value;
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
