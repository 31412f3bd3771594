import { describe, expect, it, vi } from "vitest";

const event = { kind: "a.b.c.v1", entity_id: "1", version: 1, occurred_at: "2026-11-26T12:00:00Z", facts: {} };
const since = "2026-11-26T12:00:00Z";

/** A tab of its own. */
async function newTab() {
  vi.resetModules();
  const { liveStore } = await import("./live-store");
  const listener = () => ({ onEvent: vi.fn(), onResync: vi.fn() });
  return { liveStore, listener };
}

describe("what a tab knows of its live connection", () => {
  it("reads afresh when the page becomes live, and not again when a lost connection goes on where it was", async () => {
    const { liveStore, listener } = await newTab();
    const early = listener();
    liveStore.listen(early);
    liveStore.become({ phase: "live" });
    liveStore.become({ phase: "reconnecting", since });
    liveStore.become({ phase: "live" });
    expect(early.onResync).toHaveBeenCalledTimes(1);
    liveStore.resync();
    expect(early.onResync).toHaveBeenCalledTimes(2);
  });

  it("reads afresh when a page becomes live that was reconnecting from its beginning, or rested", async () => {
    const { liveStore, listener } = await newTab();
    const early = listener();
    liveStore.listen(early);
    liveStore.become({ phase: "reconnecting", since });
    liveStore.become({ phase: "live" });
    expect(early.onResync).toHaveBeenCalledTimes(1);
    liveStore.become({ phase: "starting" });
    liveStore.become({ phase: "live" });
    expect(early.onResync).toHaveBeenCalledTimes(2);
  });

  it("lets who comes to a live page read afresh, and nobody else", async () => {
    const { liveStore, listener } = await newTab();
    const [early, late] = [listener(), listener()];
    liveStore.listen(early);
    liveStore.become({ phase: "live" });
    liveStore.listen(late);
    expect([early.onResync.mock.calls.length, late.onResync.mock.calls.length]).toEqual([1, 1]);
  });

  it("tells events to all who listen, until they don't", async () => {
    const { liveStore, listener } = await newTab();
    const [one, other] = [listener(), listener()];
    const leave = liveStore.listen(one);
    liveStore.listen(other);
    liveStore.tell(event);
    leave();
    liveStore.tell(event);
    expect([one.onEvent.mock.calls.length, other.onEvent.mock.calls.length]).toEqual([1, 2]);
  });

  it("says each change to who watches", async () => {
    const { liveStore } = await newTab();
    const phases: string[] = [];
    const leave = liveStore.watch(() => phases.push(liveStore.state().phase));
    liveStore.become({ phase: "live" });
    liveStore.become({ phase: "offline", since });
    leave();
    liveStore.become({ phase: "live" });
    expect(phases).toEqual(["live", "offline"]);
  });
});
