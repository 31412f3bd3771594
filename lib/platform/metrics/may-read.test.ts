import { describe, expect, it } from "vitest";
import { mayReadMetrics } from "./may-read";

const LOCAL = { address: "127.0.0.1", forwardedFor: null, authorization: null };
const FAR = { ...LOCAL, address: "203.0.113.9" };
const open = { token: undefined, isBehindProxy: false };
const closed = { token: "a-token-of-the-operator", isBehindProxy: false };

describe("who may read the figures", () => {
  it.each([
    ["this machine", LOCAL],
    ["this machine by IPv6", { ...LOCAL, address: "::1" }],
    ["this machine as Next names it", { ...LOCAL, forwardedFor: "::ffff:127.0.0.1" }],
  ])("%s", (_, asker) => {
    expect(mayReadMetrics(asker, open)).toBe("yes");
    expect(mayReadMetrics(asker, closed)).toBe("yes");
  });

  it.each([
    ["a stranger", FAR],
    ["a stranger who claims to be here", { ...FAR, forwardedFor: "127.0.0.1" }],
    ["a stranger through a proxy on this machine", { ...LOCAL, forwardedFor: "203.0.113.9" }],
    ["one who claims to be here, through that proxy", { ...LOCAL, forwardedFor: "127.0.0.1, 203.0.113.9" }],
    ["nobody knows who", { ...LOCAL, address: "direct" }],
    ["an address that only looks like one of here", { ...LOCAL, address: "127.0.0.1.example" }],
  ])("not %s", (_, asker) => {
    expect(mayReadMetrics(asker, open)).toBe("hidden");
    expect(mayReadMetrics(asker, closed)).toBe("refused");
  });

  it("whoever has the token, and nobody with another", () => {
    const shown = (authorization: string) => mayReadMetrics({ ...FAR, authorization }, closed);
    expect(shown("Bearer a-token-of-the-operator")).toBe("yes");
    expect(shown("Bearer a-token-of-the-operato")).toBe("refused");
    expect(shown("Basic a-token-of-the-operator")).toBe("refused");
    expect(mayReadMetrics({ ...FAR, authorization: "Bearer " }, open)).toBe("hidden");
  });

  it("nobody without the token where all come through a proxy", () => {
    expect(mayReadMetrics(LOCAL, { ...open, isBehindProxy: true })).toBe("hidden");
    expect(mayReadMetrics(LOCAL, { ...closed, isBehindProxy: true })).toBe("refused");
  });
});
