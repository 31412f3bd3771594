import { z } from "zod";
import { isoDate } from "@/lib/kernel/calendar";
import type { Ctx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { query } from "@/lib/kernel/use-case";
import { sha256 } from "../adapters/sha256";
import { publicKey, signText } from "../adapters/signing-key";
import {
  csvEnd,
  csvHead,
  csvLine,
  type ExportEnd,
  type ExportRow,
  exportText,
  jsonEnd,
  jsonLine,
} from "../core/export-file";
import { chainOf } from "../core/log-entry";
import { readActors } from "../data/actors";
import { readChainEnds } from "../data/chains";
import { listEntriesUp } from "../data/entries";
import { type AuditFilter, ExportAudit } from "../schemas";

const PAGE = 1_000;
const MOST = 50_000;

const AuditFile = z.object({
  file_name: z.string(),
  content_type: z.string(),
  bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
});

/** The log as a file, oldest first, its last line signed: where the chain ended, and the hash of the lines before. */
export const exportAudit = query({
  name: "audit.export",
  permission: "audit:read",
  input: ExportAudit,
  output: AuditFile,
  async run(ctx, { format, ...filter }) {
    const chain = chainOf(ctx.tenantId);
    const end = await inOwnUnit(ctx, "audit.export", async (own) => (await readChainEnds(own, [chain])).get(chain));
    const lineOf = format === "csv" ? csvLine : (row: ExportRow) => jsonLine(chain, row);
    let text = format === "csv" ? csvHead() : "";
    let entries = 0;
    for await (const rows of pages(ctx, filter)) {
      entries += rows.length;
      if (entries > MOST)
        throw new AppError("too_large", `These are more than ${MOST} entries: choose a shorter time with from and to.`);
      text += rows.map(lineOf).join("");
    }
    const last: ExportEnd = {
      chain,
      seq: end?.seq ?? null,
      hash: end?.hash ?? null,
      entries,
      filter: given(filter),
      exported_at: ctx.now().toISOString(),
      sha256: sha256(text),
      public_key: publicKey(),
    };
    const signature = signText(exportText(last));
    text += format === "csv" ? csvEnd(last, signature) : jsonEnd(last, signature);
    return {
      file_name: `audit-log-${isoDate(ctx.now().getTime())}.${format}`,
      content_type: format === "csv" ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8",
      bytes: new TextEncoder().encode(text),
    };
  },
});

async function* pages(ctx: Ctx, filter: AuditFilter): AsyncGenerator<ExportRow[]> {
  let above = "0";
  for (;;) {
    const rows = await inOwnUnit(ctx, "audit.export", async (own) => {
      const entries = await listEntriesUp(own, { tenantId: own.tenantId, filter, above, limit: PAGE });
      const actorOf = await readActors(own, entries);
      return entries.map((entry) => ({ ...entry, actor: actorOf(entry) }));
    });
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    above = last.id;
  }
}

const given = (filter: AuditFilter): Record<string, string> =>
  Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined));
