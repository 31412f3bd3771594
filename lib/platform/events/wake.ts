import { EventEmitter } from "node:events";
import type { Pool } from "pg";
import { pool } from "../db";

/** What processes tell one another: the outbox has something new, sessions may be over, there is work. */
type Channel = "hashinsight_events" | "hashinsight_sessions" | "hashinsight_work";
/** One notification in this time at most: each takes a lock of the whole database at its commit. */
const PAUSE_MS = 5;

declare global {
  // Pages, actions and REST are bundled apart, each with a copy of this module.
  var hashinsightWake: { ears: EventEmitter; pausing: Map<Channel, { isDue: boolean }> } | undefined;
}

globalThis.hashinsightWake ??= { ears: new EventEmitter().setMaxListeners(0), pausing: new Map() };
const wake = globalThis.hashinsightWake;

/**
 * Tells this process at once, and the others as soon: of what comes within the pause after a notification they hear at its
 * end. Outside of any business transaction; nothing depends on it but how soon they look.
 */
function announce(channel: Channel): void {
  wake.ears.emit(channel);
  const pause = wake.pausing.get(channel);
  if (pause) pause.isDue = true;
  // The connections of now: a program that ends lets go of them, and must not be kept by new ones.
  else notify(channel, pool());
}

function notify(channel: Channel, connections: Pool): void {
  connections.query({ text: "select pg_notify($1, '')", values: [channel] }).catch(() => undefined);
  const pause = { isDue: false };
  wake.pausing.set(channel, pause);
  setTimeout(() => {
    wake.pausing.delete(channel);
    if (pause.isDue) notify(channel, connections);
  }, PAUSE_MS).unref();
}

function listen(channel: Channel, listener: () => void): () => void {
  wake.ears.on(channel, listener);
  return () => wake.ears.off(channel, listener);
}

/** Events were committed. */
export const announceEvents = (): void => announce("hashinsight_events");
/** Calls `listener` when this process committed events, or heard of another's; gives how to stop. */
export const onEvents = (listener: () => void): (() => void) => listen("hashinsight_events", listener);

/** Sessions were ended, or what they may do has changed. */
export const announceSessions = (): void => announce("hashinsight_sessions");
/** The same for sessions. */
export const onSessions = (listener: () => void): (() => void) => listen("hashinsight_sessions", listener);

/** Long work was asked for. */
export const announceWork = (): void => announce("hashinsight_work");
/** The same for long work. */
export const onWork = (listener: () => void): (() => void) => listen("hashinsight_work", listener);

/** For the connection that listens: another process has committed. */
export const heard = ({ channel }: { channel: string }): void => void wake.ears.emit(channel);
