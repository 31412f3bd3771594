import { describe, expect, it } from "vitest";
import { isAhead, sealPlace, unsealPlace } from "./live-place";

const now = new Date("2026-11-26T12:00:00Z");
const of = { cluster: "7", tenantId: "a", now };
const position = { snapshot: "10:20:11,15", pinned: "12:30:", afterId: "77" };
const later = (hours: number) => ({ ...of, now: new Date(now.getTime() + hours * 3_600_000) });

describe("the id of a live event", () => {
  it("is its position again, and says nothing by itself", () => {
    const id = sealPlace(position, of) ?? "";
    expect(unsealPlace(id, of)).toEqual(position);
    expect(id).toMatch(/^[\w.-]+$/);
    expect(Buffer.from(id.slice(3), "base64url").toString("latin1")).not.toContain("10:20");
  });

  it("is none in another company, in another cluster, after a day, altered, or invented", () => {
    const id = sealPlace(position, of) ?? "";
    expect(unsealPlace(id, { ...of, tenantId: "b" })).toBeUndefined();
    expect(unsealPlace(id, { ...of, tenantId: null })).toBeUndefined();
    expect(unsealPlace(id, { ...of, cluster: "8" })).toBeUndefined();
    expect(unsealPlace(id, later(23))).toEqual(position);
    expect(unsealPlace(id, later(25))).toBeUndefined();
    expect(unsealPlace(`${id.slice(0, -2)}${id.endsWith("AA") ? "BB" : "AA"}`, of)).toBeUndefined();
    for (const made of ["", "v1.", "10:20:", "v1.AAAA", "x".repeat(5_000)])
      expect(unsealPlace(made, of)).toBeUndefined();
  });

  it("fits into the header of a request, or is left out", () => {
    const running = (many: number) => Array.from({ length: many }, (_, index) => 1_000_000 + index).join();
    expect(sealPlace({ ...position, snapshot: `1:2:${running(150)}` }, of)?.length).toBeLessThan(6_000);
    expect(sealPlace({ ...position, snapshot: `1:2:${running(900)}` }, of)).toBeUndefined();
  });
});

describe("a position ahead", () => {
  const at = (snapshot: string, pinned: string | null = null) => ({ snapshot, pinned, afterId: "0" });
  it("saw transactions that haven't begun", () => {
    expect(isAhead(at("10:21:"), at("10:20:"))).toBe(true);
    expect(isAhead(at("10:20:12"), at("10:20:"))).toBe(false);
    expect(isAhead(at("10:12:", "10:21:"), at("10:20:"))).toBe(true);
    expect(isAhead(at("9:9:"), at("10:20:"))).toBe(false);
    expect(isAhead(at("99999999999999999999:99999999999999999999:"), at("10:20:"))).toBe(true);
  });
});
