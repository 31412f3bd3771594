import { csvText } from "@/lib/kernel/csv-cell";
import type { AuditActor } from "../schemas";
import { canonicalEntry, canonicalJson } from "./entry-hash";
import type { LogEntry } from "./log-entry";

export type ExportRow = LogEntry & {
  seq: number | null;
  hash: string | null;
  prevHash: string | null;
  actor: AuditActor;
};

/** The last line of an export: what it says of the lines before it, and of where the chain ended. */
export type ExportEnd = {
  chain: string;
  /** Where the chain ended when it was exported; null where it is empty. */
  seq: number | null;
  hash: string | null;
  entries: number;
  filter: Record<string, string>;
  exported_at: string;
  /** Of all bytes before this line. */
  sha256: string;
  public_key: string;
};

/** The text that the signature of an export is made over. It says what it is, so that it is never taken for a checkpoint. */
export const exportText = (end: ExportEnd): string => canonicalJson({ kind: "audit-export", ...end });

/**
 * One line an entry. `entry` is the very text that was hashed, so whoever has the file can do so again:
 * `hash = sha256(prev_hash + entry)`.
 */
export const jsonLine = (chain: string, row: ExportRow): string =>
  `{"actor":${canonicalJson(row.actor)},"entry":${canonicalEntry(chain, row.seq, row)},"hash":${JSON.stringify(row.hash)},"prev_hash":${JSON.stringify(row.prevHash)}}\n`;

/** The last line: `{"end": …, "signature": …}`, the signature over the canonical JSON of `end`. */
export const jsonEnd = (end: ExportEnd, signature: string): string =>
  `{"end":${exportText(end)},"signature":${JSON.stringify(signature)}}\n`;

const COLUMNS = [
  "seq",
  "id",
  "at",
  "actor_kind",
  "actor",
  "actor_id",
  "use_case",
  "entity",
  "entity_id",
  "before",
  "after",
  "request_id",
  "prev_hash",
  "hash",
];

export const csvHead = (): string => csvText([COLUMNS]);

export const csvLine = (row: ExportRow): string =>
  csvText(
    [
      [
        row.seq,
        row.id,
        row.at,
        row.actorKind,
        row.actor.email ?? row.actor.name,
        row.actorId,
        row.useCase,
        row.entity,
        row.entityId,
        row.before,
        row.after,
        row.requestId,
        row.prevHash,
        row.hash,
      ],
    ],
    { bom: false },
  );

/** The last row: the word `end`, what is signed, and the signature. */
export const csvEnd = (end: ExportEnd, signature: string): string =>
  csvText([["end", exportText(end), signature]], { bom: false });
