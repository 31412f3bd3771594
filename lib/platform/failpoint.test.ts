import { describe, expect, it } from "vitest";
import { parseFailpoints } from "./failpoint";

describe("failpoints", () => {
  it("are read with their acts and when they count", () => {
    const points = parseFailpoints("relay.read:kill@3;consumer.taken:sleep(250);x.y:throw");
    expect(points.get("relay.read")).toMatchObject({ act: "kill", at: 3 });
    expect(points.get("consumer.taken")).toMatchObject({ act: "sleep", ms: 250, at: null });
    expect(points.get("x.y")).toMatchObject({ act: "throw" });
  });

  it.each(["a.b:explode", "a.b", "a.b:sleep", "a.b:kill(3)"])("refuse %s", (text) => {
    expect(() => parseFailpoints(text)).toThrow("FAILPOINT");
  });
});
