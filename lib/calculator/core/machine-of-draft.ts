import { type Draft, FIRST_DRAFT } from "./draft";

/** What the form sends as the machine's name when its figures are given by hand. */
export const CUSTOM_MACHINE = "custom";

/** The catalogue's machine that a draft names, by name or id in any case; null for a custom one. */
export function machineOfDraft<M extends { id: string; name: string }>(machines: readonly M[], draft: Draft): M | null {
  const wanted = (draft.miner_model ?? FIRST_DRAFT.miner_model).trim().toLowerCase();
  return machines.find((model) => model.name.toLowerCase() === wanted || model.id === wanted) ?? null;
}
