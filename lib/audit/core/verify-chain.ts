import type { ChainFault } from "./chain-fault";
import type { Checkpoint } from "./checkpoint";
import { entryHash } from "./entry-hash";
import { type Suspicion, settle, suspect, witness } from "./judge-suspect";
import { type ChainRow, chainOf, NO_HASH, type Sha256 } from "./log-entry";

/** What a verification needs of the outside: the hash, and whether this installation signed a checkpoint. */
export type Tools = { sha256: Sha256; isSigned(checkpoint: Checkpoint): boolean };

/** How far a verification has come; opaque to whoever feeds it. */
export type Verification = {
  chain: string;
  /** Rows looked at so far. */
  entries: number;
  /** The number that is due next, and the hash that its link must refer to. */
  next: number;
  prev: string;
  /** Hashes of the last links, to find out where a stranger stands between. */
  recent: readonly string[];
  /** Those not reached yet, in the order of their numbers. */
  checkpoints: readonly Checkpoint[];
  suspicion: Suspicion | null;
  fault: ChainFault | null;
};

const KEPT_HASHES = 2_000;

/** Begins a verification; checkpoints may come in any order and from several places. */
export function startVerification(chain: string, checkpoints: readonly Checkpoint[]): Verification {
  const own = checkpoints.filter((checkpoint) => checkpoint.chain === chain).toSorted((a, b) => a.seq - b.seq);
  return {
    chain,
    entries: 0,
    next: 1,
    prev: NO_HASH,
    recent: [NO_HASH],
    checkpoints: own,
    suspicion: null,
    fault: null,
  };
}

/** Takes the next rows, in the order of their numbers. */
export function verifyRows(start: Verification, rows: readonly ChainRow[], tools: Tools): Verification {
  const state = { ...start, recent: [...start.recent], entries: start.entries + rows.length };
  for (const row of rows) {
    if (state.fault) break;
    if (state.suspicion) {
      state.suspicion = witness(state.suspicion, row, state.chain, tools.sha256);
      if (state.suspicion.isSettled) break;
      continue;
    }
    state.fault = faultOfPlace(state, row);
    if (state.fault) break;
    const isWhole = row.prevHash === state.prev && hashOf(state, row, tools) === row.hash;
    if (!isWhole) {
      state.suspicion = suspect(row, state.prev, state.recent);
      continue;
    }
    state.next++;
    state.prev = row.hash;
    state.recent.push(row.hash);
    const reached = state.checkpoints.filter(({ seq }) => seq <= row.seq);
    state.checkpoints = state.checkpoints.slice(reached.length);
    state.fault = faultOfCheckpoints(reached, row.hash, tools);
  }
  return { ...state, recent: state.recent.slice(-KEPT_HASHES) };
}

/** The first fault of the chain, or null where it is whole to its end and to every checkpoint. */
export function endVerification(state: Verification, tools: Tools): ChainFault | null {
  if (state.fault) return state.fault;
  if (state.suspicion) return settle(state.suspicion, state.chain, tools.sha256);
  const unreached = state.checkpoints.map((checkpoint) => ({ checkpoint, isSigned: tools.isSigned(checkpoint) }));
  if (unreached.some(({ isSigned }) => isSigned)) return { seq: state.next, reason: "cut" };
  const forged = unreached[0];
  return forged ? { seq: forged.checkpoint.seq, reason: "signature" } : null;
}

/** Whether nothing that follows can change the verdict. */
export const isDecided = (state: Verification): boolean => state.fault !== null || state.suspicion?.isSettled === true;

/** Verifies a whole chain at once; names the first bad number and why. */
export function verifyChain(
  chain: string,
  rows: readonly ChainRow[],
  checkpoints: readonly Checkpoint[],
  tools: Tools,
): ChainFault | null {
  return endVerification(verifyRows(startVerification(chain, checkpoints), rows, tools), tools);
}

/** What is wrong with a row before any hash is looked at. */
function faultOfPlace(state: Verification, { seq, entry }: ChainRow): ChainFault | null {
  if (seq < state.next) return { seq, reason: "inserted" };
  if (seq > state.next || !entry) return { seq: state.next, reason: "missing" };
  if (chainOf(entry.tenantId) !== state.chain) return { seq, reason: "inserted" };
  return null;
}

const hashOf = (state: Verification, { entry }: ChainRow, { sha256 }: Tools): string | undefined =>
  entry ? entryHash(sha256, state.prev, state.chain, state.next, entry) : undefined;

function faultOfCheckpoints(reached: readonly Checkpoint[], hash: string, tools: Tools): ChainFault | null {
  for (const checkpoint of reached) {
    if (!tools.isSigned(checkpoint)) return { seq: checkpoint.seq, reason: "signature" };
    if (checkpoint.hash !== hash) return { seq: checkpoint.seq, reason: "rewritten" };
  }
  return null;
}
