import { AppError } from "@/lib/kernel/errors";
import type { LiveKind } from "@/lib/kernel/live";
import { sealPlace, unsealPlace } from "@/lib/platform/events/live-place";
import { type LiveTail, openLiveTail } from "@/lib/platform/events/live-tail";
import type { Position } from "@/lib/platform/events/position";
import { log } from "@/lib/platform/log";
import { deliveries } from "./deliveries";
import { beatFrame, openFrame, placeFrame, resyncFrame } from "./frames";
import { createLiveStreams, LIVE_LIMITS } from "./live-streams";
import { lookAfter } from "./look-after";
import type { Listener } from "./standing";

export type HubOptions = {
  kinds: readonly LiveKind[];
  databaseUrl: string;
  limits?: Partial<typeof LIVE_LIMITS>;
};

/** All open streams of a process, fed by one tail of the outbox while there are any. */
export type LiveHub = {
  /**
   * Opens a stream: first what happened since `lastEventId` (or that everything is to be read afresh), then what happens.
   * Throws `unavailable`.
   */
  open(listener: Listener, lastEventId: string | null, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  size(): number;
  close(): Promise<void>;
};

export function createLiveHub({ kinds, databaseUrl, limits }: HubOptions): LiveHub {
  const byKind = new Map(kinds.map((kind) => [kind.kind, kind]));
  const topics = [...new Set(kinds.map(({ topic }) => topic))];
  const streams = createLiveStreams({ ...LIVE_LIMITS, ...limits });
  let tail: Promise<LiveTail> | undefined;
  let rest: (() => void) | undefined;

  function openTail(): Promise<LiveTail> {
    const opened = openLiveTail({
      databaseUrl,
      topics,
      async take(events) {
        const hearing = streams.hearing();
        if (hearing.size > 0) await streams.handOver(deliveries(events, hearing, byKind, idBy(await opened)));
      },
      broke(error) {
        log.warn({ err: error }, "live pages lost the outbox");
        tail = undefined;
        // What nobody feeds any more must not look alive: pages say so, come back, and miss nothing.
        streams.endAll("unavailable");
      },
    });
    opened.catch(() => {
      tail = undefined;
    });
    return opened;
  }

  async function enter(tail: LiveTail, listener: Listener, lastEventId: string | null, at: Position): Promise<void> {
    const { tenantId, userId } = listener;
    const idOf = idBy(tail);
    streams.send(listener, openFrame({ user_id: userId, tenant_id: tenantId }));
    const of = { cluster: tail.cluster, tenantId, now: new Date() };
    const from = lastEventId === null ? undefined : unsealPlace(lastEventId, of);
    const missed = from && (await tail.between(from, at));
    if (missed) await streams.handOver(deliveries(missed, [listener], byKind, idOf));
    else if (lastEventId !== null) streams.send(listener, resyncFrame(undefined));
    streams.send(listener, placeFrame(idOf(at, tenantId)));
    streams.admit(listener);
  }

  async function beat(): Promise<void> {
    const now = await tail;
    if (!now) return;
    const at = now.position();
    for (const [tenantId, group] of Map.groupBy(streams.hearing(), (listener) => listener.tenantId)) {
      const frame = beatFrame(idBy(now)(at, tenantId));
      for (const listener of group) streams.send(listener, frame);
    }
  }

  async function close(): Promise<void> {
    rest?.();
    rest = undefined;
    streams.endAll("draining");
    const last = tail;
    tail = undefined;
    await last?.then((one) => one.stop()).catch(() => undefined);
  }

  return {
    async open(listener, lastEventId, signal) {
      const stream = streams.add(listener, signal);
      rest ??= lookAfter(streams, { beat, close });
      try {
        tail ??= openTail();
        const now = await tail;
        await now.join((at) => enter(now, listener, lastEventId, at));
      } catch (cause) {
        stream.cut();
        const details = { retryAfterSeconds: 3 };
        throw new AppError("unavailable", "Nothing live can be read right now: try again in a moment.", details, {
          cause,
        });
      }
      return stream.readable;
    },
    size: streams.size,
    close,
  };
}

/** Makes the `id` of a position in the cluster that a tail reads. */
const idBy =
  ({ cluster }: Pick<LiveTail, "cluster">) =>
  (at: Position, tenantId: string | null): string | undefined =>
    sealPlace(at, { cluster, tenantId, now: new Date() });
