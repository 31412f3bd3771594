import type { z } from "zod";
import type { FieldError } from "./errors";

/** What a schema refused, the first of each field. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const byPath = new Map<string, FieldError>();
  const add = (path: PropertyKey[], code: string, message: string) => {
    const key = path.map(String).join(".");
    if (!byPath.has(key)) byPath.set(key, { path: key, code, message });
  };
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys)
        add([...issue.path, key], issue.code, `There is no field "${key}" here: remove it or check its spelling.`);
    } else add(issue.path, codeOf(issue), issue.message);
  }
  return [...byPath.values()];
}

/** A schema's own check may name its code, which pages translate: `params: { code: "email_invalid" }`. */
function codeOf(issue: z.core.$ZodIssue): string {
  const own = issue.code === "custom" ? issue.params?.code : undefined;
  return typeof own === "string" ? own : (issue.code ?? "custom");
}
