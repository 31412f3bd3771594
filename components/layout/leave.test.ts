import { afterEach, describe, expect, it, vi } from "vitest";
import { leave } from "./leave";

/** What of the browser is touched, in the order in which it is. */
function browser(signOut: () => Promise<unknown>) {
  const seen: string[] = [];
  const storage = (name: string) => ({ clear: () => seen.push(`${name} cleared`) });
  vi.stubGlobal("sessionStorage", storage("session"));
  vi.stubGlobal("localStorage", storage("local"));
  vi.stubGlobal("window", { location: { assign: (to: string) => seen.push(`to ${to}`) } });
  const ended = () => {
    seen.push("signed out");
    return signOut();
  };
  return { seen, ended };
}

afterEach(() => vi.unstubAllGlobals());

describe("leave", () => {
  it.each([
    ["the server answers", () => Promise.resolve({ ok: true })],
    ["the server can't be reached", () => Promise.reject(new Error("offline"))],
  ])("leaves nothing of the person in the tab when %s", async (_, signOut) => {
    const { seen, ended } = browser(signOut);
    await leave(ended, "/en/sign-in");
    expect(seen).toEqual(["signed out", "session cleared", "local cleared", "to /en/sign-in"]);
  });
});
