import type { ChainFault, FaultReason } from "./chain-fault";
import { entryHash } from "./entry-hash";
import type { ChainRow, Sha256 } from "./log-entry";

/** A row that doesn't fit at its number: the rows behind it tell what happened. */
export type Suspicion = {
  row: ChainRow;
  /** The hash that its link should refer to. */
  prev: string;
  /** Its link refers to an earlier one: so many rows in front of it stand between. */
  between: number;
  verdict: FaultReason | null;
  rowsHeard: number;
  isSettled: boolean;
};

/** So many rows behind it are heard, and so many numbers tried. */
const WITNESSES = 5_000;
const SHIFTS = 1_000;

export function suspect(row: ChainRow, prev: string, recent: readonly string[]): Suspicion {
  const linked = recent.lastIndexOf(row.prevHash);
  const between = linked < 0 || linked === recent.length - 1 ? 0 : recent.length - 1 - linked;
  return { row, prev, between, verdict: null, rowsHeard: 0, isSettled: between > 0 };
}

/** What a later row tells of the suspect: that it is the rightful one, or that the suspect belongs behind it. */
export function witness(suspicion: Suspicion, later: ChainRow, chain: string, sha256: Sha256): Suspicion {
  const { row, prev } = suspicion;
  const verdict = tells();
  const rowsHeard = suspicion.rowsHeard + 1;
  return { ...suspicion, verdict, rowsHeard, isSettled: verdict !== null || rowsHeard >= WITNESSES };

  function tells(): FaultReason | null {
    if (later.hash === row.prevHash) return "reordered";
    if (later.entry && entryHash(sha256, prev, chain, row.seq, later.entry) === row.hash) return "reordered";
    if (later.prevHash === prev) return "inserted";
    return null;
  }
}

/** The verdict on a suspect once its witnesses are heard. */
export function settle(suspicion: Suspicion, chain: string, sha256: Sha256): ChainFault {
  const { row, prev, between, verdict } = suspicion;
  if (between > 0) return { seq: row.seq - between, reason: "inserted" };
  return { seq: row.seq, reason: verdict ?? ofItself() };

  /** What the row alone tells. */
  function ofItself(): FaultReason {
    const { entry } = row;
    if (row.prevHash === prev || !entry) return "edited";
    if (entryHash(sha256, prev, chain, row.seq, entry) === row.hash) return "edited";
    // Whole in itself, but at a later number: those between are gone and the rest was numbered anew.
    for (let shift = 1; shift <= SHIFTS; shift++) {
      if (entryHash(sha256, row.prevHash, chain, row.seq + shift, entry) === row.hash) return "missing";
    }
    return "inserted";
  }
}
