import { z } from "zod";
import { isoDate } from "@/lib/kernel/calendar";
import type { QueryCtx } from "@/lib/kernel/context";
import { command, NoInput } from "@/lib/kernel/use-case";
import { type CheckpointStore, checkpointFiles } from "../adapters/checkpoint-files";
import { publicKey, signText } from "../adapters/signing-key";
import { type Checkpoint, markText } from "../core/checkpoint";
import { readChainEnds, readChains, readLink } from "../data/chains";
import { insertCheckpoint, readCheckpoints } from "../data/checkpoints";
import { asSealer } from "./as-sealer";

type Outcome = "signed" | "unchanged" | "refused";

/**
 * Signs where each chain ends now, and keeps that in the database and out of its reach. A chain that contradicts what was
 * signed before is not signed: an error in the log instead.
 */
export const checkpointAudit = command({
  name: "audit.checkpoint",
  permission: "system",
  routine: "its rows are the checkpoints themselves",
  input: NoInput,
  output: z.object({ signed: z.int(), unchanged: z.int(), refused: z.int() }),
  async run(ctx) {
    const store = checkpointFiles();
    const count: Record<Outcome, number> = { signed: 0, unchanged: 0, refused: 0 };
    for (const chain of await asSealer(ctx, "audit.checkpoint", readChains)) {
      count[await asSealer(ctx, "audit.checkpoint", (own) => signChain(own, store, chain))]++;
    }
    return count;
  },
});

async function signChain(
  ctx: QueryCtx,
  store: CheckpointStore,
  { chain, tenantId }: { chain: string; tenantId: string | null },
): Promise<Outcome> {
  const end = (await readChainEnds(ctx, [chain])).get(chain);
  const stored = await readCheckpoints(ctx, chain);
  const kept = await store.list(chain);
  for (const { seq, hash } of [...stored.slice(-1), ...kept.slice(-1)]) {
    if ((await readLink(ctx, chain, seq))?.hash === hash) continue;
    ctx.log.error({ chain, seq }, "the audit chain contradicts its last checkpoint: it is not signed again");
    return "refused";
  }
  const last = stored.at(-1);
  if (!end || (last && last.seq === end.seq && kept.some(({ seq }) => seq === end.seq))) return "unchanged";
  const mark = { chain, seq: end.seq, hash: end.hash, day: isoDate(ctx.now().getTime()) };
  const checkpoint: Checkpoint = {
    ...mark,
    signed_at: ctx.now().toISOString(),
    public_key: publicKey(),
    signature: signText(markText(mark)),
  };
  // A file without its row still counts; a row without its file would say more than there is.
  await store.put(checkpoint);
  await insertCheckpoint(ctx, checkpoint, tenantId);
  return "signed";
}
