/** How current a page is. `since`: until then what it shows was known to be so (ISO 8601, UTC). */
export type LiveState =
  | { phase: "starting" | "live" }
  | { phase: "reconnecting" | "offline" | "replaced" | "over"; since: string };

/** What happened, as `GET /api/live` tells it; `facts` are those of its kind. */
export type LiveEvent<Facts = unknown> = {
  kind: string;
  entity_id: string;
  version: number;
  occurred_at: string;
  facts: Facts;
};

export type LiveListener = {
  onEvent(event: LiveEvent): void;
  /** What happened since the page was made, or was missed, is not known: read everything afresh. */
  onResync(): void;
};

let state: LiveState = { phase: "starting" };
/** Since the tab started: only then is a connection's way back known to bring what was missed. */
let wasLive = false;
let leaving = (): (() => void) => () => undefined;
const watchers = new Set<() => void>();
const listeners = new Set<LiveListener>();

/** What a tab knows of its live connection. The connection itself is that of `live-tab.ts`. */
export const liveStore = {
  state: (): LiveState => state,
  watch(watcher: () => void): () => void {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
  /** Who comes while the page is live reads afresh once: what happened since their figures were made is not known. */
  listen(listener: LiveListener): () => void {
    listeners.add(listener);
    if (state.phase === "live") listener.onResync();
    return () => listeners.delete(listener);
  },
  become(next: LiveState): void {
    const isFirst = next.phase === "live" && !wasLive;
    wasLive = next.phase === "live" || (wasLive && next.phase !== "starting");
    state = next;
    for (const watcher of watchers) watcher();
    if (isFirst) liveStore.resync();
  },
  tell(event: LiveEvent): void {
    for (const { onEvent } of listeners) onEvent(event);
  },
  resync(): void {
    for (const { onResync } of listeners) onResync();
  },
  /** Before signing out: nothing of it is told here any more. Call what it gives when it is done, for the other tabs. */
  leave: (): (() => void) => leaving(),
  onLeave(how: typeof leaving): void {
    leaving = how;
  },
};
