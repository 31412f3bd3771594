import { describe, expect, it } from "vitest";
import type { ActingRole } from "@/lib/identity/policy";
import { type ClosedTo, closedTo } from "./closed-to";

describe("closedTo", () => {
  it.each<[ActingRole | null, boolean, ClosedTo]>([
    ["platform_admin", false, "keeper"],
    ["support", false, "support"],
    ["support", true, "support"],
    ["guest", false, "role"],
    ["owner", true, "platform"],
    [null, false, "nobody"],
    [null, true, "platform"],
  ])("%s at a page of the platform: %s", (role, isPlatform, expected) => {
    expect(closedTo(role, isPlatform)).toBe(expected);
  });
});
