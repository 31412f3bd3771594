import { describe, expect, it } from "vitest";
import { BEGINNING, newTo, positionAfter } from "./position";

describe("a position in the outbox", () => {
  it("reads everything at its beginning", () => {
    expect(newTo(BEGINNING)).toEqual({ from: "1", running: [] });
  });

  it("knows what a snapshot had not seen: later transactions, and those that were running", () => {
    expect(newTo({ snapshot: "10:20:11,15", pinned: null, afterId: "0" })).toEqual({
      from: "20",
      running: ["11", "15"],
    });
  });

  it("pins the first snapshot of a backlog and leaves it at the backlog's end", () => {
    const first = positionAfter(BEGINNING, { now: "5:9:", lastId: "100", isFull: true });
    expect(first).toEqual({ snapshot: "1:1:", pinned: "5:9:", afterId: "100" });
    const second = positionAfter(first, { now: "5:9:", lastId: "200", isFull: true });
    expect(second).toEqual({ snapshot: "1:1:", pinned: "5:9:", afterId: "200" });
    expect(positionAfter(second, { now: "5:9:", lastId: "250", isFull: false })).toEqual({
      snapshot: "5:9:",
      pinned: null,
      afterId: "0",
    });
    expect(positionAfter(second, { now: "5:9:", lastId: undefined, isFull: false }).snapshot).toBe("5:9:");
  });

  it("is the statement's own snapshot where nothing is left", () => {
    expect(positionAfter(BEGINNING, { now: "7:7:", lastId: undefined, isFull: false })).toEqual({
      snapshot: "7:7:",
      pinned: null,
      afterId: "0",
    });
  });
});
