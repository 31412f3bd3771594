import { AppError } from "@/lib/kernel/errors";

type Page<M> = { items: M[]; next_cursor: string | null; total: number };

/** One page of an ordered list. The cursor is the id of the last row seen; rows added before it do not shift the next page. */
export function pageOfModels<M extends { id: string }>(
  models: readonly M[],
  limit: number,
  cursor: string | undefined,
): Page<M> {
  const from = cursor ? models.findIndex((model) => model.id === cursor) + 1 : 0;
  if (cursor && from === 0) {
    throw new AppError("validation", "One field is not valid.", {
      errors: [
        { path: "cursor", code: "unknown_cursor", message: "Not a cursor of this search: begin again without it." },
      ],
    });
  }
  const items = models.slice(from, from + limit);
  const last = items.at(-1);
  return { items, next_cursor: last && from + limit < models.length ? last.id : null, total: models.length };
}
