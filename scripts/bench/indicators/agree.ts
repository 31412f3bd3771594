import { answered } from "@/lib/market/core/indicators/column";
import type { Case, Values } from "./case";
import type { Series } from "./series";

/** After so many bars no average remembers how it began. */
const WARM_UP = 1_500;
const TOLERANCE = 1e-9;

/** Throws where ours and the peer's differ by more than the peer rounds, after the warm-up. */
export function requireAgreement(one: Case, series: Series): void {
  const pairs = one.columns(one.ours(series) as never, one.theirs(series) as never);
  for (const [index, [ours, theirs]] of pairs.entries()) {
    const found = difference(ours, theirs, one.rounding ?? 0);
    if (found !== undefined) throw new Error(`${one.name}, ${one.peer}, column ${index + 1}: ${found}`);
  }
}

/** Both end with the same bar; a peer's may begin later. */
function difference(ours: Values, theirs: Values, rounding: number): string | undefined {
  const late = ours.length - theirs.length;
  let compared = 0;
  for (let bar = WARM_UP; bar < ours.length; bar++) {
    const [own, other] = [answered(ours[bar] ?? undefined), answered(theirs[bar - late] ?? undefined)];
    if (own === null || other === null) {
      if (own !== other) return `bar ${bar}: ${own} and ${other}`;
      continue;
    }
    const allowed = rounding * (1 + 1e-6) + TOLERANCE * Math.max(1, Math.abs(own));
    if (!(Math.abs(own - other) <= allowed)) return `bar ${bar}: ${own} and ${other}`;
    compared++;
  }
  return compared > 0 ? undefined : "nothing was compared";
}
