/** WCAG 2.2: 4.5 for text, 3 for large text, the edge of a control and the parts of a chart. */
type Pair = { front: string; back: string; atLeast: 3 | 4.5 };

const grounds = ["bg", "surface", "raised", "overlay"] as const;

const on = (front: string, backs: readonly string[], atLeast: Pair["atLeast"] = 4.5): Pair[] =>
  backs.map((back) => ({ front, back, atLeast }));

/** Every colour and the grounds on which it may stand. A use that isn't here is a mistake of the page. */
export const contrastPairs: readonly Pair[] = [
  ...on("text", grounds),
  ...on("muted", grounds),
  // Too faint for words on an overlay: 4.1.
  ...on("subtle", ["bg", "surface", "raised"]),
  ...on("gold", grounds),
  ...on("gold-soft", grounds),
  ...on("gold-dim", grounds),
  ...on("up", grounds),
  ...on("down", grounds),
  ...on("warn", grounds),
  ...on("info", grounds),
  ...on("on-gold", ["gold", "gold-soft", "down"]),
  ...on("control", ["bg", "surface"], 3),
  ...on("control-raised", ["raised", "overlay"], 3),
  ...["series-1", "series-2", "series-3", "series-4"].flatMap((series) => on(series, ["bg", "surface", "raised"], 3)),
];

/** On paper everything stands on white. */
export const printPairs: readonly Pair[] = [
  "text",
  "muted",
  "subtle",
  "gold",
  "gold-soft",
  "gold-dim",
  "up",
  "down",
  "warn",
  "info",
].flatMap((front) => on(front, ["bg"]));
