import { AppError, type FieldError } from "@/lib/kernel/errors";
import type { CalculateInput } from "../schemas";

/** The name to look up in the catalogue; null where both numbers are given and the name is only a label. */
export const modelToFind = (input: CalculateInput): string | null =>
  input.hashrate_th !== undefined && input.power_w !== undefined ? null : (input.miner_model ?? null);

/** What is wrong with a name that the catalogue doesn't know, with what may have been meant. */
export function unknownModelError(name: string, suggestions: readonly string[]): FieldError {
  const meant = suggestions.length > 0 ? `Did you mean ${suggestions.join(" or ")}? ` : "";
  const message = `There is no machine "${name}" in the catalogue. ${meant}You can also give hashrate_th and power_w.`;
  return { path: "miner_model", code: "unknown_model", message };
}

/** `unknownModelError` as a refusal. */
export const unknownModel = (name: string, suggestions: readonly string[]): AppError =>
  new AppError("validation", "One field is not valid.", { errors: [unknownModelError(name, suggestions)] });
