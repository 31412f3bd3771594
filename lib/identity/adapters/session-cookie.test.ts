import { describe, expect, it } from "vitest";
import { openCookie, sealCookie } from "./session-cookie";

const HOUR_S = 3_600;
const in_ = (seconds: number) => new Date(Date.now() + seconds * 1000);

describe("a session's cookie", () => {
  it("gives its secret, the second time as the first", async () => {
    const cookie = await sealCookie("the-secret", true, HOUR_S);
    expect(await openCookie(cookie, true, new Date())).toBe("the-secret");
    expect(await openCookie(cookie, true, new Date())).toBe("the-secret");
  });

  it("is over with its time, also when it was opened before", async () => {
    const cookie = await sealCookie("the-secret", true, HOUR_S);
    expect(await openCookie(cookie, true, in_(HOUR_S - 5))).toBe("the-secret");
    expect(await openCookie(cookie, true, in_(HOUR_S + 5))).toBeUndefined();
  });

  it("is none of ours when altered, cut, or of the other name", async () => {
    const cookie = await sealCookie("the-secret", true, HOUR_S);
    expect(await openCookie(cookie, true, new Date())).toBe("the-secret");
    // The first letter of the tag: of a part's last one, some bits mean nothing.
    const altered = cookie.replace(/\.(.)([^.]*)$/, (_, first, rest) => `.${first === "A" ? "B" : "A"}${rest}`);
    for (const other of [`${cookie}x`, cookie.slice(0, -3), "", "nonsense", altered])
      expect(await openCookie(other, true, new Date())).toBeUndefined();
    expect(await openCookie(cookie, false, new Date())).toBeUndefined();
  });
});
