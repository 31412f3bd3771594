import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { origin } from "../server";
import { actionPlaces, type Place } from "./actions";
import { flightPayloads } from "./flight-payloads";
import { ask } from "./http";
import { isDevelopment } from "./pages";
import { trap } from "./raw-socket";

const LEFT_BEHIND = join(tmpdir(), `left-behind-${process.pid}`);
/** An answer that takes longer has been made to. */
const BUDGET_MS = 5_000;

let place: Place;
let other: Place;
let slow: number;
test.beforeAll(async () => {
  slow = (await isDevelopment()) ? 20 : 1;
  // Opened, so that a server that builds as it goes has their actions.
  for (const path of ["/en/sign-in", "/en/sign-up"]) await ask({ path, timeoutMs: 110_000 });
  const places = actionPlaces(await isDevelopment());
  const of = (name: string): Place => {
    const found = [...places].find(([key]) => key.endsWith(` ${name}`));
    if (!found) throw new Error(`The build has no action ${name}`);
    return found[1];
  };
  place = of("signIn");
  other = of("signUp");
});

const isAlive = async (): Promise<void> => {
  const answer = await ask({ path: "/alive", timeoutMs: BUDGET_MS * slow });
  expect(answer.status, answer.text).toBe(200);
};
/** What the built server answers with 4xx is 500 where Next's own development server runs. */
const isRefusal = async (status: number): Promise<boolean> =>
  (status >= 400 && status < 500) || ((await isDevelopment()) && status === 500);

for (const [shape, { type, body }] of Object.entries(flightPayloads(LEFT_BEHIND))) {
  test.describe(`S21 the framework › Flight: ${shape}`, () => {
    const send = (headers: Record<string, string>) =>
      ask({
        method: "POST",
        path: "/en/sign-in",
        headers: { origin: origin(), "content-type": type, ...headers },
        body,
        timeoutMs: BUDGET_MS * slow,
      });

    test("to an action of ours", async () => {
      const answer = await send({ "next-action": place.id });
      // What it can read it hands on, and the use case refuses it.
      const isHandled = answer.status === 200 && /"status":"failed"|"ok":false/.test(answer.text);
      expect(isHandled || (await isRefusal(answer.status)), `${answer.status} ${answer.text.slice(0, 300)}`).toBe(true);
      await isAlive();
      expect(existsSync(LEFT_BEHIND)).toBe(false);
    });

    test("to one that isn't there, and to none", async () => {
      for (const headers of [{ "next-action": "x" }, { "next-action": "0".repeat(42) }, {}]) {
        const answer = await send(headers as Record<string, string>);
        expect(
          answer.status < 500 || (await isRefusal(answer.status)),
          `${answer.status} ${answer.text.slice(0, 300)}`,
        ).toBe(true);
        expect(answer.headers["set-cookie"]?.join() ?? "").not.toContain("hashinsight=");
      }
      await isAlive();
      expect(existsSync(LEFT_BEHIND)).toBe(false);
    });
  });
}

test.describe("S21 the framework › an action that is handed on", () => {
  test("is never fetched from the host that the request names (SSRF)", async () => {
    const door = await trap();
    const named = `127.0.0.1:${door.port}`;
    for (const headers of [
      { host: named, origin: `http://${named}` },
      { "x-forwarded-host": named, origin: `http://${named}` },
      { "x-forwarded-host": named, "x-forwarded-proto": "http", origin: origin() },
      { host: `${named}#`, origin: origin() },
      { host: named, "x-forwarded-port": String(door.port), "x-action-forwarded": "0" },
    ]) {
      const sent = { "next-action": other.id, "content-type": "text/plain;charset=UTF-8", ...headers };
      const answer = await ask({ method: "POST", path: "/en/sign-in", headers: sent, body: "[{}]" });
      expect(answer.text).not.toContain("SECRET");
    }
    expect(door.calls()).toBe(0);
    await door.close();
    await isAlive();
  });

  test("that says it was handed on already goes in no circle", async () => {
    const headers = {
      "next-action": other.id,
      "x-action-forwarded": "1",
      origin: origin(),
      "content-type": "text/plain",
    };
    const answer = await ask({
      method: "POST",
      path: "/en/sign-in",
      headers,
      body: "[{}]",
      timeoutMs: BUDGET_MS * slow,
    });
    expect(answer.status < 500 || (await isRefusal(answer.status)), answer.text.slice(0, 300)).toBe(true);
  });
});
