import type { CalculateInput } from "../schemas";
import { PATH_DEFAULTS } from "./defaults";

/** Up to here the joint paths take a few milliseconds where they stand. */
const PATHS_IN_PLACE = 2000;

export const needsThread = (input: CalculateInput): boolean =>
  input.algorithm === "advanced" && (input.paths ?? PATH_DEFAULTS.paths) > PATHS_IN_PLACE;
