import type { BusEvent } from "@/lib/kernel/event";
import type { LiveKind } from "@/lib/kernel/live";

/** How soon a browser's own EventSource comes back. */
const RETRY_MS = 2_000;

/** Why a stream ends, for who listens: whether to come back, and when. */
export type EndReason =
  /** The session was signed out, or access taken away. */
  | "ended"
  | "expired"
  /** The session has another secret, role or company by now: come back with what counts now. */
  | "changed"
  /** The same person opened more streams than there may be. */
  | "replaced"
  /** This process stops: another one answers. */
  | "draining"
  | "unavailable";

const block = (...lines: string[]): string => `${lines.join("\n")}\n\n`;
const idLine = (id: string | undefined): string[] => (id === undefined ? [] : [`id: ${id}`]);

/** The first words: whose stream it is, so that a page that shows somebody else's knows. */
export const openFrame = (whose: { user_id: string; tenant_id: string | null }): string =>
  block(`retry: ${RETRY_MS}`, "event: open", `data: ${JSON.stringify(whose)}`);

/** Where the reader is; without data, so that a browser only notes it. */
export const placeFrame = (id: string | undefined): string => (id === undefined ? "" : block(`id: ${id}`));

/** Something goes through the connection, and the reader's place moves on past what wasn't for them. */
export const beatFrame = (id: string | undefined): string => block(": beat", ...idLine(id));

/** What came in between is more than is kept, or unknown: read everything afresh. */
export const resyncFrame = (id: string | undefined): string => block(...idLine(id), "event: resync", "data: {}");

export const endFrame = (reason: EndReason): string => block("event: end", `data: ${JSON.stringify({ reason })}`);

/** What goes out of an event. Throws where its payload has not the fields that the kind shows. */
export const shownOf = ({ shows }: LiveKind, event: BusEvent) => ({
  kind: event.kind,
  entity_id: event.entity_id,
  version: event.aggregate_version,
  occurred_at: event.occurred_at,
  facts: shows.parse(event.payload),
});

export const eventFrame = (id: string | undefined, shown: object): string =>
  block(...idLine(id), `data: ${JSON.stringify(shown)}`);
