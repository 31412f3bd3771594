import { readFileSync } from "node:fs";

/** The template `name` beside this file with its `{{words}}` filled in; throws when one has no value. */
export function fillTemplate(name: string, values: Record<string, string | number>): string {
  const template = readFileSync(new URL(name, import.meta.url), "utf8");
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, word: string) => {
    const value = values[word];
    if (value === undefined) throw new Error(`${name} asks for ${word}`);
    // A backslash begins an escape in a properties file.
    return String(value).replaceAll("\\", "\\\\");
  });
}
