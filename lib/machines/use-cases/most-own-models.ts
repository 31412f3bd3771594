import { AppError } from "@/lib/kernel/errors";
import type { MachineModel } from "../schemas";

/** Machines that one company may add: a whole market several times over, and still a list to search in memory. */
export const MOST_OWN_MODELS = 5_000;

/** Throws `conflict` where `added` more would be too many. */
export function requireRoom(models: readonly MachineModel[], added: number): void {
  const own = models.filter(({ scope }) => scope === "private").length;
  if (own + added > MOST_OWN_MODELS)
    throw new AppError("conflict", `A company may keep ${MOST_OWN_MODELS} machines of its own: ${own} are there.`);
}
