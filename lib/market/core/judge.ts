import type { Source } from "../schemas";
import { FIGURES, type FigureName } from "./figures";
import type { Reading, StoredReading } from "./reading";

/** A source's clock may be this far ahead of ours; its time then counts as the time of reading. */
const CLOCK_SKEW_S = 300;
const SECONDS_A_DAY = 86_400;

export type Verdict = { ok: true; reading: StoredReading } | { ok: false; reason: string };

/** What a reading is held against: the figure's last good value, and what other sources say at this moment. */
export type Evidence = {
  lastGood: { value: number; asOf: Date } | null;
  peers: readonly { source: Source; value: number }[];
};

/**
 * Whether a reading is believed: inside the absolute bounds, not from the future, and no jump that no other
 * source confirms. A reading whose time is a little ahead of ours is kept as of now.
 */
export function judge(reading: Reading, source: Source, now: Date, evidence: Evidence): Verdict {
  const rule = FIGURES[reading.figure];
  const aheadS = reading.asOf ? (reading.asOf.getTime() - now.getTime()) / 1000 : 0;
  if (Number.isNaN(aheadS)) return refuse(reading.figure, "has a time that is none");
  if (aheadS > CLOCK_SKEW_S) return refuse(reading.figure, `is dated ${Math.round(aheadS)} s in the future`);
  if (typeof reading.value === "number") {
    const reason =
      outOfBounds(rule.bounds, reading.value) ?? unconfirmedJump(reading.figure, reading.value, now, evidence);
    if (reason) return refuse(reading.figure, reason);
  }
  const asOf = reading.asOf && aheadS <= 0 ? reading.asOf : now;
  return { ok: true, reading: { ...reading, source, asOf, fetchedAt: now } };
}

const refuse = (figure: FigureName, reason: string): Verdict => ({ ok: false, reason: `${figure} ${reason}` });

function outOfBounds(bounds: (typeof FIGURES)[FigureName]["bounds"], value: number): string | null {
  if (!Number.isFinite(value)) return "is not a finite number";
  if (!bounds) return null;
  if (value < bounds.min || value > bounds.max) return `${value} is outside ${bounds.min} to ${bounds.max}`;
  return bounds.integer && !Number.isInteger(value) ? `${value} is not a whole number` : null;
}

function unconfirmedJump(figure: FigureName, value: number, now: Date, { lastGood, peers }: Evidence): string | null {
  const { jump } = FIGURES[figure];
  if (!jump || peers.some((peer) => ratio(peer.value, value) <= jump.agree)) return null;
  if (lastGood) {
    const days = Math.max(0, now.getTime() - lastGood.asOf.getTime()) / 1000 / SECONDS_A_DAY;
    const allowed = jump.atOnce * jump.perDay ** days;
    return ratio(lastGood.value, value) <= allowed
      ? null
      : `jumped from ${lastGood.value} to ${value}, and no other source says so`;
  }
  // Nothing known before: two sources that agree with each other outvote a third.
  const outvoted = peers.some((a, i) => peers.slice(i + 1).some((b) => ratio(a.value, b.value) <= jump.agree));
  const far = peers.every((peer) => ratio(peer.value, value) > jump.atOnce);
  return outvoted && far ? `${value} contradicts the other sources` : null;
}

const ratio = (a: number, b: number): number => Math.max(a, b) / Math.min(a, b);
