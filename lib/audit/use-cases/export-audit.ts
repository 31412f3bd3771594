import { z } from "zod";
import { isoDate } from "@/lib/kernel/calendar";
import type { Ctx, QueryCtx } from "@/lib/kernel/context";
import { inOwnUnit } from "@/lib/kernel/own-unit";
import { query } from "@/lib/kernel/use-case";
import { runningSha256 } from "../adapters/sha256";
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

type Chunks = AsyncIterable<Uint8Array>;

const AuditFile = z.object({
  file_name: z.string(),
  content_type: z.string(),
  bytes: z.custom<Chunks>((value) => typeof value === "object" && value !== null && Symbol.asyncIterator in value),
});

/**
 * The log as a file, oldest first, its last line signed: where the chain ended, and the hash of the lines before. It is
 * read while it is sent, page by page, so that a log of any length is never held as a whole. A file that broke off has no
 * last line.
 */
export const exportAudit = query({
  name: "audit.export",
  permission: "audit:read",
  input: ExportAudit,
  output: AuditFile,
  async run(ctx, { format, ...filter }) {
    const chain = chainOf(ctx.tenantId);
    const last = await inOwnUnit(ctx, "audit.export", async (own) => {
      noteSupport(own, { format, filter: given(filter) });
      return (await readChainEnds(own, [chain])).get(chain);
    });
    const end = {
      chain,
      seq: last?.seq ?? null,
      hash: last?.hash ?? null,
      filter: given(filter),
      exported_at: ctx.now().toISOString(),
      public_key: publicKey(),
    };
    return {
      file_name: `audit-log-${isoDate(ctx.now().getTime())}.${format}`,
      content_type: format === "csv" ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8",
      bytes: signedFile(format, pages(ctx, filter), end),
    };
  },
});

/** A copy that support took is told to the company, in the log that it is of. */
function noteSupport(own: QueryCtx, after: object): void {
  const { session } = own;
  if (!session?.supportAccessId) return;
  own.unit.audit({
    entity: "support_access",
    id: session.supportAccessId,
    after: { ...after, actor_email: session.email },
  });
}

/** The lines as they come, and the last one over all of them. */
async function* signedFile(
  format: "csv" | "jsonl",
  pages: AsyncIterable<ExportRow[]>,
  end: Omit<ExportEnd, "entries" | "sha256">,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const hash = runningSha256();
  const lineOf = format === "csv" ? csvLine : (row: ExportRow) => jsonLine(end.chain, row);
  const hashed = (text: string): Uint8Array => {
    hash.add(text);
    return encoder.encode(text);
  };
  let entries = 0;
  if (format === "csv") yield hashed(csvHead());
  for await (const rows of pages) {
    entries += rows.length;
    yield hashed(rows.map(lineOf).join(""));
  }
  const last: ExportEnd = { ...end, entries, sha256: hash.end() };
  const signature = signText(exportText(last));
  yield encoder.encode(format === "csv" ? csvEnd(last, signature) : jsonEnd(last, signature));
}

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
