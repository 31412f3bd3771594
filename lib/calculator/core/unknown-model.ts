import { AppError } from "@/lib/kernel/errors";
import type { CalculateInput } from "../schemas";

/**
 * A name that the catalogue doesn't know: only a label where both numbers are given, else the error of that one field,
 * with what may have been meant.
 */
export function unknownModel(input: CalculateInput, suggestions: readonly string[]): null {
  if (input.hashrate_th !== undefined && input.power_w !== undefined) return null;
  const meant = suggestions.length > 0 ? `Did you mean ${suggestions.join(" or ")}? ` : "";
  const message = `There is no machine "${input.miner_model}" in the catalogue. ${meant}You can also give hashrate_th and power_w.`;
  throw new AppError("validation", "One field is not valid.", {
    errors: [{ path: "miner_model", code: "unknown_model", message }],
  });
}
