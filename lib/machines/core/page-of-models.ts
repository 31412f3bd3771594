import { AppError } from "@/lib/kernel/errors";
import type { MachineModel, ModelPage } from "../schemas";

/** One page of an ordered list. The cursor is the id of the last row seen; rows added before it do not shift the next page. */
export function pageOfModels(models: readonly MachineModel[], limit: number, cursor: string | undefined): ModelPage {
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
