import type { Frame } from "./frame-reader";
import { keepConnected } from "./live-connection";
import { type LiveEvent, type LiveState, liveStore } from "./live-store";
import { openTabs, type Tabs } from "./live-tabs";
import { onLook } from "./on-look";
import { reloadOnce } from "./reload-once";

/** For whom a page was made. */
export type Whose = { userId: string; tenantId: string | null };

/** What the tab that has the connection tells the others. */
type Told =
  | { type: "state"; state: LiveState; lastId: string | undefined }
  | { type: "frame"; frame: Frame }
  /** The session was ended on purpose. */
  | { type: "gone" };

/** The tab that leads says something every 15 s. */
const SILENCE_MS = 45_000;
const LOOK_MS = 5_000;

/**
 * Brings a tab what happens: it holds the browser's one connection, or hears from the tab that does. Gives how to stop.
 * Where the session was ended, or is somebody else's by now, the page is asked for anew, which leads to the sign-in.
 */
export function startLive({ userId, tenantId }: Whose): () => void {
  let lastId: string | undefined;
  let currentAt = performance.timeOrigin;
  let leaderAt = Date.now();
  let isEnded = false;
  let isLeaving = false;
  const rested = new AbortController();

  const since = () => new Date(currentAt).toISOString();
  const lost = (): LiveState => ({ phase: navigator.onLine ? "reconnecting" : "offline", since: since() });
  const isReplaced = () => liveStore.state().phase === "replaced";
  const news = (): Told => ({ type: "state", state: liveStore.state(), lastId });
  function become(state: LiveState): void {
    liveStore.become(state);
    tabs.say(news());
  }
  function rest(): void {
    clearInterval(watch);
    rested.abort();
    tabs.resign();
  }
  function stop(): void {
    rest();
    tabs.close();
  }
  /** As a new document the page is what the session sees now, or the sign-in. A tab that signs out goes there itself. */
  function anew(): void {
    rest();
    if (isLeaving) return;
    liveStore.become({ phase: "over", since: since() });
    reloadOnce();
  }

  function hear(frame: Frame): void {
    currentAt = Date.now();
    if (frame.event === "open") {
      isEnded = false;
      if (isFor(frame.data, { userId, tenantId })) liveStore.become({ phase: "live" });
      else anew();
    }
    if (frame.event === "resync") liveStore.resync();
    if (frame.event === "end") isEnded = (JSON.parse(frame.data) as { reason: string }).reason === "ended";
    if (frame.event === "message" && frame.data !== "") liveStore.tell(JSON.parse(frame.data) as LiveEvent);
    lastId = frame.id ?? lastId;
  }

  function told(message: Told): void {
    const wasSilent = Date.now() - leaderAt > SILENCE_MS;
    leaderAt = Date.now();
    if (message.type === "gone") anew();
    else if (message.type === "frame") hear(message.frame);
    else {
      lastId = message.lastId ?? lastId;
      liveStore.become(message.state);
      if (message.state.phase === "over") rest();
    }
    // Its tab may have been frozen, or this one: what was said meanwhile is lost.
    if (wasSilent) liveStore.resync();
  }

  async function lead(signal: AbortSignal): Promise<void> {
    const isOver = await keepConnected(
      {
        lastId: () => lastId,
        hear(frame) {
          // What follows a stream's head that is somebody else's is none of this page's business.
          if (signal.aborted) return;
          tabs.say({ type: "frame", frame });
          hear(frame);
        },
        lost: () => become(lost()),
        replaced: () => become({ phase: "replaced", since: since() }),
      },
      signal,
    );
    if (!isOver) return;
    if (isEnded) {
      tabs.say({ type: "gone" });
      anew();
    } else {
      // Whoever is writing something keeps it, and is told.
      become({ phase: "over", since: since() });
      rest();
    }
  }

  const tabs: Tabs<Told> = openTabs<Told>(`hashinsight live ${userId} ${tenantId}`, { lead, told, news });
  const watch = setInterval(() => {
    if (tabs.isLeading() || isReplaced() || Date.now() - leaderAt < SILENCE_MS) return;
    if (liveStore.state().phase === "live") liveStore.become(lost());
    if (document.visibilityState === "visible") tabs.takeOver();
  }, LOOK_MS);
  // The window that is looked at takes a place again, whichever had it. Nobody fights for one unseen.
  onLook(() => {
    if (!isReplaced()) return;
    liveStore.become(lost());
    if (!tabs.isLeading()) tabs.takeOver();
  }, rested.signal);
  liveStore.onLeave(() => {
    isLeaving = true;
    return () => tabs.say({ type: "gone" });
  });
  return stop;
}

const isFor = (data: string, { userId, tenantId }: Whose): boolean => {
  const open = JSON.parse(data) as { user_id: string; tenant_id: string | null };
  return open.user_id === userId && open.tenant_id === tenantId;
};
