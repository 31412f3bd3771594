/** An entry as it lies in the log. `at` is ISO 8601 in UTC with milliseconds; `before` and `after` are the database's own JSON text. */
export type LogEntry = {
  id: string;
  at: string;
  tenantId: string | null;
  actorKind: string;
  actorId: string;
  requestId: string;
  useCase: string;
  entity: string;
  entityId: string;
  before: string | null;
  after: string | null;
};

/** A place in a chain: numbers from 1 without gaps, hashes as 64 hex digits. */
export type Link = { seq: number; auditId: string; prevHash: string; hash: string };

/** A link with the entry it stands for; null where the log has it no more. */
export type ChainRow = Link & { entry: LogEntry | null };

/** The chain of what belongs to no company. */
export const PLATFORM_CHAIN = "platform";

/** A company has a chain of its own, named by its id. */
export const chainOf = (tenantId: string | null): string => tenantId ?? PLATFORM_CHAIN;

/** What the first link refers back to. */
export const NO_HASH = "0".repeat(64);

/** SHA-256 of a text's UTF-8 bytes, as 64 hex digits. */
export type Sha256 = (text: string) => string;
