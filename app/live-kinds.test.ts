import { describe, expect, it } from "vitest";
import { PORTFOLIO_KINDS } from "@/components/portfolio/portfolio-kinds";
import { liveKinds } from "./live-kinds";

describe("what open pages hear of", () => {
  it("is each kind once", () => {
    const names = liveKinds.map(({ kind }) => kind);
    expect(names.length).toBe(new Set(names).size);
  });

  it("needs a permission to read", () => {
    for (const { kind, permission } of liveKinds) expect(permission, kind).toMatch(/^[a-z]+:read$/);
  });

  it("has what the pages ask for", () =>
    expect(liveKinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...PORTFOLIO_KINDS])));
});
