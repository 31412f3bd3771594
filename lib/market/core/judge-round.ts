import type { Source } from "../schemas";
import { choose, isLive } from "./choose";
import { judge } from "./judge";
import type { Reading, StoredReading } from "./reading";

/** What one feed brought in this round. */
export type Offer = { feed: string; source: Source; readings: readonly Reading[] };

export type RoundVerdict = { believed: StoredReading[]; refused: { feed: string; reason: string }[] };

/**
 * Judges all that a round of calls brought, each reading against the figure's last good value and against what
 * the other sources say: in this round, or stored and still live.
 */
export function judgeRound(offers: readonly Offer[], stored: readonly StoredReading[], now: Date): RoundVerdict {
  const believed: StoredReading[] = [];
  const refused: RoundVerdict["refused"] = [];
  for (const { feed, source, readings } of offers) {
    for (const reading of readings) {
      const verdict = judge(reading, source, now, {
        lastGood: lastGood(reading, stored, now),
        peers: peers(reading, source, offers, stored, now),
      });
      if (verdict.ok) believed.push(verdict.reading);
      else refused.push({ feed, reason: verdict.reason });
    }
  }
  return { believed, refused };
}

function lastGood(reading: Reading, stored: readonly StoredReading[], now: Date) {
  const chosen = choose(reading.figure, stored, now)?.reading;
  return chosen && typeof chosen.value === "number" ? { value: chosen.value, asOf: chosen.asOf } : null;
}

function peers(
  { figure }: Reading,
  source: Source,
  offers: readonly Offer[],
  stored: readonly StoredReading[],
  now: Date,
) {
  const said = new Map<Source, number>();
  for (const reading of stored) {
    if (reading.figure === figure && typeof reading.value === "number" && isLive(reading, now))
      said.set(reading.source, reading.value);
  }
  for (const offer of offers) {
    const other = offer.readings.find((reading) => reading.figure === figure);
    if (other && typeof other.value === "number" && isTimely(other, now)) said.set(offer.source, other.value);
  }
  said.delete(source);
  return [...said].map(([name, value]) => ({ source: name, value }));
}

const isTimely = ({ figure, asOf }: Reading, now: Date): boolean =>
  isLive({ figure, asOf: asOf ?? now, fetchedAt: now }, now);
