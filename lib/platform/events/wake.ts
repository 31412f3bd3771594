import { EventEmitter } from "node:events";
import { pool } from "../db";

/** Writes within this time share one notification: each takes a lock of the whole database at its commit. */
const GATHER_MS = 5;

declare global {
  // Pages, actions and REST are bundled apart, each with a copy of this module.
  var hashinsightWake: { ears: EventEmitter; due: boolean } | undefined;
}

globalThis.hashinsightWake ??= { ears: new EventEmitter().setMaxListeners(0), due: false };
const wake = globalThis.hashinsightWake;

/**
 * Tells this process at once, and the others within milliseconds, that events were committed. Outside of any business
 * transaction; nothing depends on it but how soon they look.
 */
export function announceEvents(): void {
  wake.ears.emit("events");
  if (wake.due) return;
  wake.due = true;
  setTimeout(() => {
    wake.due = false;
    pool()
      .query("select pg_notify('hashinsight_events', '')")
      .catch(() => undefined);
  }, GATHER_MS).unref();
}

/** Calls `listener` when this process committed events, or heard of another's; gives how to stop. */
export function onEvents(listener: () => void): () => void {
  wake.ears.on("events", listener);
  return () => wake.ears.off("events", listener);
}

/** For the connection that listens: another process has committed. */
export const heardOfEvents = (): void => void wake.ears.emit("events");
