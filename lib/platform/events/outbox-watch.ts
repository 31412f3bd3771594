import type { Client } from "pg";
import { onEvents } from "./wake";

/** How often it looks where nobody says anything: what is missed of the notifications costs this long. */
const POLL_MS = 40;

export type OutboxWatch = {
  /** The count of changes so far; take it before reading. */
  seen(): number;
  /** Resolves when something was committed since that count, or the watch ends. */
  after(count: number): Promise<void>;
  /** As if something had been committed. */
  wake(): void;
  stop(): void;
};

/**
 * Says when it is worth reading the outbox: when this process or another announces events, and else when the database's
 * snapshot is another one than at the last look. One look serves all readers of a process. `failed` hears why it ended.
 */
export function watchOutbox(client: Pick<Client, "query">, failed: (error: unknown) => void): OutboxWatch {
  let count = 1;
  let last = "";
  let isLooking = false;
  let isAsked = false;
  let isOver = false;
  const waiting = new Set<() => void>();

  const wakeAll = () => {
    count++;
    for (const wake of waiting) wake();
    waiting.clear();
  };
  async function look(): Promise<void> {
    if (isLooking || isOver) {
      isAsked = true;
      return;
    }
    isLooking = true;
    try {
      do {
        isAsked = false;
        const { rows } = await client.query<{ now: string }>({
          name: "outbox-watch",
          text: "select pg_current_snapshot()::text as now",
        });
        const now = rows[0]?.now ?? "";
        if (now !== last) wakeAll();
        last = now;
      } while (isAsked && !isOver);
    } catch (error) {
      failed(error);
    } finally {
      isLooking = false;
    }
  }
  const timer = setInterval(look, POLL_MS);
  const deafen = onEvents(() => void look());
  return {
    seen: () => count,
    after: (seen) => (isOver || count > seen ? Promise.resolve() : new Promise((resolve) => waiting.add(resolve))),
    wake: wakeAll,
    stop() {
      isOver = true;
      clearInterval(timer);
      deafen();
      wakeAll();
    },
  };
}
