import { EventEmitter } from "node:events";
import { pool } from "../db";

/** What processes tell one another: the outbox has something new, sessions may be over, there is work. */
type Channel = "hashinsight_events" | "hashinsight_sessions" | "hashinsight_work";
/** Signals within this time share one notification: each takes a lock of the whole database at its commit. */
const GATHER_MS = 5;

declare global {
  // Pages, actions and REST are bundled apart, each with a copy of this module.
  var hashinsightWake: { ears: EventEmitter; due: Set<Channel> } | undefined;
}

globalThis.hashinsightWake ??= { ears: new EventEmitter().setMaxListeners(0), due: new Set() };
const wake = globalThis.hashinsightWake;

/**
 * Tells this process at once, and the others within milliseconds, of something that was committed. Outside of any business
 * transaction; nothing depends on it but how soon they look.
 */
function announce(channel: Channel): void {
  wake.ears.emit(channel);
  if (wake.due.has(channel)) return;
  wake.due.add(channel);
  // The connections of now: a program that ends lets go of them, and must not be kept by new ones.
  const connections = pool();
  setTimeout(() => {
    wake.due.delete(channel);
    connections.query({ text: "select pg_notify($1, '')", values: [channel] }).catch(() => undefined);
  }, GATHER_MS).unref();
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
