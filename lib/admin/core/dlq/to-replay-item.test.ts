import { expect, it } from "vitest";
import { type ReplayRow, toReplayItem } from "./to-replay-item";

const AT = new Date("2026-11-26T12:00:00Z");
const ROW: ReplayRow = {
  ...{ id: "7", requestedAt: AT, requestedBy: "pat@platform.example", reason: "mended", group: null, key: "m:1" },
  ...{ hours: null, most: null, planned: 3, finishedAt: AT, replayed: 3, failed: 0, fault: null },
};

it.each<[Partial<ReplayRow>, string]>([
  [{}, "done"],
  [{ finishedAt: null, replayed: 1 }, "waiting"],
  [{ replayed: 2, failed: 1 }, "incomplete"],
  [{ replayed: 0, fault: "There is no group" }, "incomplete"],
])("%j is %s", (change, state) => expect(toReplayItem({ ...ROW, ...change }).state).toBe(state));
