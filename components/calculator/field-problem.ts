import type { z } from "zod";

/** What is wrong with a field, as a code that the page has words for in both languages. */
export type FieldProblem = {
  path: string;
  code: "not_a_number" | "required" | "too_small" | "above" | "too_big" | "whole" | "date" | "machine" | "invalid";
  limit?: string;
};

/** The issues of a request's parse, one a field. */
export function fieldProblems(issues: readonly z.core.$ZodIssue[]): FieldProblem[] {
  const byPath = new Map<string, FieldProblem>();
  for (const issue of issues) {
    const path = issue.path.map(String).join(".");
    if (!byPath.has(path)) byPath.set(path, { path, ...meaning(issue, path) });
  }
  return [...byPath.values()];
}

function meaning(issue: z.core.$ZodIssue, path: string): Omit<FieldProblem, "path"> {
  if (path === "miner_model" || path === "") return { code: "machine" };
  if (path === "start_date") return { code: "date" };
  if (issue.code === "too_small")
    return { code: issue.inclusive === false ? "above" : "too_small", limit: String(issue.minimum) };
  if (issue.code === "too_big") return { code: "too_big", limit: String(issue.maximum) };
  if (issue.code === "invalid_type") return { code: issue.expected === "int" ? "whole" : "required" };
  return { code: "invalid" };
}
