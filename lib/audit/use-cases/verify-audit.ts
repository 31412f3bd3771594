import type { QueryCtx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { NoInput, query } from "@/lib/kernel/use-case";
import { checkpointFiles } from "../adapters/checkpoint-files";
import { sha256 } from "../adapters/sha256";
import { isOurs, publicKey } from "../adapters/signing-key";
import type { ChainFault } from "../core/chain-fault";
import { type Checkpoint, markText } from "../core/checkpoint";
import { chainOf } from "../core/log-entry";
import { endVerification, isDecided, startVerification, type Tools, verifyRows } from "../core/verify-chain";
import { readChainEnds, readChainRows, readLink, readPlaceOf } from "../data/chains";
import { readCheckpoints } from "../data/checkpoints";
import { listLooseEntries } from "../data/entries";
import { readFrontier, readPosition } from "../data/sealer-position";
import { AuditVerdict } from "../schemas";
import { asSealer } from "./as-sealer";

/** So few that other requests are answered between two pages. */
const PAGE = 500;
const LOOSE = 10_000;

const tools: Tools = { sha256, isSigned: (checkpoint) => isOurs(markText(checkpoint), checkpoint.signature) };

/**
 * Reads the whole chain of the company (or the platform's) and says whether it is what was sealed and signed; each page in
 * a transaction of its own, for a long chain takes longer than one may.
 */
export const verifyAudit = query({
  name: "audit.verify",
  permission: "audit:read",
  input: NoInput,
  output: AuditVerdict,
  async run(ctx) {
    const chain = chainOf(ctx.tenantId);
    // Before the rows: what the sealer had passed by then must be in the chain that is read after.
    const snapshot = await asSealer(ctx, "audit.verify", passedSnapshot);
    const kept = await checkpointFiles().list(chain);
    const { stored, loose, end } = await inOwnUnit(ctx, "audit.verify", async (own) => ({
      stored: await readCheckpoints(own, chain),
      loose: await listLooseEntries(own, { tenantId: own.tenantId, snapshot, limit: LOOSE }),
      end: (await readChainEnds(own, [chain])).get(chain)?.seq ?? 0,
    }));
    let state = startVerification(chain, [...stored, ...kept]);
    for (let after = 0; after < end && !isDecided(state); ) {
      const span = { chain, after, upTo: end, limit: PAGE };
      const rows = await inOwnUnit(ctx, "audit.verify", (own) => readChainRows(own, span));
      state = verifyRows(state, rows, tools);
      after = rows.at(-1)?.seq ?? end;
    }
    const fault = endVerification(state, tools);
    const planted = loose.find(({ isPassed }) => isPassed)?.id;
    const firstBad = await inOwnUnit(ctx, "audit.verify", (own) => firstOf(own, chain, fault, planted, end));
    return {
      ok: firstBad === null,
      chain,
      entries: state.entries,
      waiting: loose.filter(({ isPassed }) => !isPassed).length,
      first_bad: firstBad,
      last_checkpoint: lastOf(stored, kept),
      public_key: publicKey(),
      checked_at: ctx.now().toISOString(),
    };
  },
});

/** The sealer's snapshot, if this cluster took it. */
async function passedSnapshot(ctx: QueryCtx): Promise<string | null> {
  const position = await readPosition(ctx);
  return position && position.cluster === (await readFrontier(ctx)).cluster ? position.snapshot : null;
}

/** Of the chain's fault and an entry that was put into the log behind the sealer's back, the one that comes first. */
async function firstOf(
  ctx: QueryCtx,
  chain: string,
  fault: ChainFault | null,
  planted: string | undefined,
  end: number,
): Promise<AuditVerdict["first_bad"]> {
  if (planted !== undefined) {
    const seq = (await readPlaceOf(ctx, chain, planted)) ?? end + 1;
    if (fault === null || seq <= fault.seq) return { seq, reason: "inserted", entry_id: planted };
  }
  return fault && { ...fault, entry_id: (await readLink(ctx, chain, fault.seq))?.auditId ?? null };
}

function lastOf(stored: readonly Checkpoint[], kept: readonly Checkpoint[]): AuditVerdict["last_checkpoint"] {
  const last = [...stored, ...kept].reduce<Checkpoint | null>(
    (best, one) => (best && best.seq >= one.seq ? best : one),
    null,
  );
  if (!last) return null;
  const has = (place: readonly Checkpoint[]) => place.some(({ seq, hash }) => seq === last.seq && hash === last.hash);
  const { seq, hash, day, signed_at, signature } = last;
  const places = [has(stored) ? ("database" as const) : [], has(kept) ? ("files" as const) : []].flat();
  return { seq, hash, day, signed_at, signature, places };
}
