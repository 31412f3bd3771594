import { modelId } from "../model-name";

/** The id of a new shared row: its name as a slug, numbered on where that is taken. A company's own rows have UUIDs. */
export function sharedModelId(modelName: string, hashrateTh: number, taken: ReadonlySet<string>): string {
  const slug = modelId(modelName, hashrateTh);
  const base = /[a-z].*-\d/u.test(slug) ? slug : `model-${slug}`;
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  return id;
}
