import type { SourceStatus } from "../schemas";

/** A call that fails once or twice in a row is no event: others stand in, and it is tried again. */
const FAILING_AFTER = 3;

export function judgeSource({
  failures,
  faultKind,
}: {
  failures: number;
  faultKind: string | null;
}): SourceStatus["state"] {
  if (faultKind === "off") return "off";
  if (failures >= FAILING_AFTER) return "failing";
  return faultKind === null ? "ok" : "unsteady";
}
