import { z } from "zod";
import type { Ctx, QueryCtx } from "@/lib/kernel/context";
import { command } from "@/lib/kernel/use-case";
import { sha256 } from "../adapters/sha256";
import { extendChains } from "../core/extend-chains";
import { chainOf } from "../core/log-entry";
import { insertLinks, readChainEnds } from "../data/chains";
import { readEntries, readNewIds } from "../data/new-entries";
import { lockPosition, movePosition, readFrontier, readPosition, type SealerPosition } from "../data/sealer-position";
import { asSealer } from "./as-sealer";

const NOWHERE: SealerPosition = { snapshot: "", cluster: "" };

type Look = {
  /** Where the sealer stood when this look began; who finds it elsewhere leaves the rest to whoever moved it. */
  from: SealerPosition;
  to: SealerPosition;
  since: string | null;
  upTo: string;
};

/**
 * Numbers and chains what was committed to the audit log since the last look, at most `batch` entries a transaction. Two
 * at once do no harm: each batch holds the position's lock, and what is sealed is never new.
 */
export const sealAudit = command({
  name: "audit.seal",
  permission: "system",
  routine: "its rows are the chain itself",
  input: z.strictObject({ batch: z.int().min(1).max(5_000).default(5_000) }),
  output: z.object({ sealed: z.int(), batches: z.int() }),
  async run(ctx, { batch }) {
    const look = await asSealer(ctx, "audit.seal", (own) => lookAround(own));
    if (!look) return { sealed: 0, batches: 0 };
    let sealed = 0;
    let batches = 0;
    let after: string | null = "0";
    while (after !== null) {
      const done: Batch = await sealBatch(ctx, look, after, batch);
      sealed += done.sealed;
      batches++;
      after = done.after;
    }
    return { sealed, batches };
  },
});

/** What there is to seal; nothing in the quiet second, which then writes nothing. */
async function lookAround(ctx: QueryCtx): Promise<Look | null> {
  const from = (await readPosition(ctx)) ?? NOWHERE;
  const { snapshot, upTo, cluster } = await readFrontier(ctx);
  const since = from.snapshot !== "" && from.cluster === cluster ? from.snapshot : null;
  const look: Look = { from, to: { snapshot, cluster }, since, upTo };
  if (since === null) return look;
  const first = await readNewIds(ctx, { since, until: { snapshot, upTo }, after: "0", limit: 1 });
  return first.length > 0 ? look : null;
}

/** `after`: the last number sealed where more may follow; null at the end. */
type Batch = { sealed: number; after: string | null };

const sealBatch = (ctx: Ctx, look: Look, after: string, limit: number): Promise<Batch> =>
  asSealer(ctx, "audit.seal", async (own) => {
    const { snapshot, cluster } = await lockPosition(own);
    if (snapshot !== look.from.snapshot || cluster !== look.from.cluster) return { sealed: 0, after: null };
    const until = { snapshot: look.to.snapshot, upTo: look.upTo };
    const ids = await readNewIds(own, { since: look.since, until, after, limit });
    if (ids.length > 0) {
      const entries = await readEntries(own, ids);
      const ends = await readChainEnds(own, [...new Set(entries.map(({ tenantId }) => chainOf(tenantId)))]);
      await insertLinks(own, extendChains(ends, entries, sha256), own.now());
    }
    const last = ids.length < limit ? undefined : ids.at(-1);
    if (last === undefined) await movePosition(own, look.to);
    return { sealed: ids.length, after: last ?? null };
  });
