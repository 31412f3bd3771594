import type { RoiHeatmap } from "@/lib/analytics/schemas";
import type { Draft } from "@/lib/calculator/core/draft";
import { readLink, writeLink } from "@/lib/calculator/core/link";

export const FIGURES = [
  "daily_profit",
  "cumulative_profit",
  "npv_usd",
  "irr_pct",
  "roi_days",
] as const satisfies readonly RoiHeatmap["figure"][];
export const AXES = ["price", "difficulty", "electricity"] as const;
export type Axis = (typeof AXES)[number];

/** An axis as typed: difficulty in T, power in the form's unit. Empty: as the server has it. */
export type AxisDraft = { from: string; to: string; steps: string };

/** What stands in the form of a heatmap, as typed; `terms` are the calculator's. */
export type HeatmapDraft = {
  terms: Draft;
  figure: (typeof FIGURES)[number];
  against: "difficulty" | "electricity";
  axes: Record<Axis, AxisDraft>;
};

const MOST_LETTERS = 40;

export function readHeatmap(query: URLSearchParams): HeatmapDraft {
  const axis = (name: Axis): AxisDraft => {
    const [from = "", to = "", steps = ""] = (query.get(`axis_${name}`) ?? "")
      .split("~")
      .map((part) => part.slice(0, MOST_LETTERS));
    return { from, to, steps };
  };
  return {
    terms: readLink(query).scenarios[0] ?? {},
    figure: FIGURES.find((figure) => figure === query.get("figure")) ?? "daily_profit",
    against: query.get("against") === "electricity" ? "electricity" : "difficulty",
    axes: { price: axis("price"), difficulty: axis("difficulty"), electricity: axis("electricity") },
  };
}

/** Only what differs from the form's beginning. */
export function writeHeatmap({ terms, figure, against, axes }: HeatmapDraft): URLSearchParams {
  const query = writeLink({ scenarios: [terms], pinned: null });
  query.delete("v");
  if (figure !== "daily_profit") query.set("figure", figure);
  if (against !== "difficulty") query.set("against", against);
  for (const name of AXES) {
    const { from, to, steps } = axes[name];
    if (from || to || steps) query.set(`axis_${name}`, [from, to, steps].join("~"));
  }
  return query;
}

/** How much of the interface's unit one of the form's is. */
export function axisUnit(axis: Axis, { terms }: Pick<HeatmapDraft, "terms">): number {
  if (axis === "difficulty") return 1e12;
  return axis === "electricity" && terms.electricity_unit !== "dollars" ? 0.01 : 1;
}
