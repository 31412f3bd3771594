import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Replay, type ReplayServer, replayServer } from "@/lib/testing/replay-server";
import { type HttpClientOptions, httpClient } from "./http";
import type { HttpFault } from "./http-fault";

const Shape = z.object({ price: z.number() });
let server: ReplayServer;
beforeEach(async () => {
  server = await replayServer();
});
afterEach(() => server.close());

const client = (options: Partial<HttpClientOptions> = {}) =>
  httpClient({
    source: "somewhere",
    baseUrl: server.url,
    network: "on",
    retries: 0,
    firstDelayMs: 1,
    ...options,
  });
const ask = (http = client()) => http.json({ path: "/price", query: { apikey: "hush" } }, Shape);
const fault = (asking: Promise<unknown>): Promise<HttpFault> =>
  asking.then(
    () => expect.fail("should have been refused"),
    (error) => error,
  );
const inTurn = (...answers: Replay[]): Replay => {
  let turn = 0;
  return (asked) => {
    const answer = answers[Math.min(turn++, answers.length - 1)] as Replay;
    return typeof answer === "function" ? answer(asked) : answer;
  };
};

describe("an outside call", () => {
  test("brings one parsed answer", async () => {
    server.set({ "/price": { json: { price: 5, more: "ignored" } } });
    expect(await ask()).toEqual({ price: 5 });
    expect(server.asked[0]).toMatchObject({ method: "GET", path: "/price" });
  });

  test("posts JSON", async () => {
    server.set({ "/rpc": { json: { price: 7 } } });
    await client().json({ path: "/rpc", post: { method: "x" } }, Shape);
    expect(server.asked[0]).toMatchObject({ method: "POST", body: '{"method":"x"}' });
  });

  test.each<[string, Replay, string]>([
    ["a body that stops half way", { slow: '{"pri' }, "timeout"],
    ["a body that is cut off", { cut: '{"price": 5}' }, "network"],
    ["a connection that is closed", { reset: true }, "network"],
    ["HTML instead of JSON", { text: "<!doctype html>" }, "not_json"],
    ["HTML that calls itself JSON", { text: "<p>", headers: { "content-type": "application/json" } }, "not_json"],
    ["another type", { json: { price: "5" } }, "shape"],
    ["another shape", { json: [] }, "shape"],
    ["a redirect", { text: "", status: 302, headers: { location: "/else" } }, "redirect"],
    ["a refusal", { text: "no", status: 403 }, "status"],
    ["a server error", { text: "no", status: 500 }, "status"],
  ])("fails on %s", async (_, answer, kind) => {
    server.set({ "/price": answer });
    const refused = await fault(ask(client(kind === "timeout" ? { timeoutMs: 60 } : {})));
    expect(refused.kind).toBe(kind);
    expect(refused.message).toContain("somewhere /price");
    expect(refused.message).not.toContain("hush");
  });

  test("stops reading at the size limit, whether the length is announced or not", async () => {
    const long = JSON.stringify({ price: 5, noise: "x".repeat(5_000) });
    server.set({ "/price": { text: long, headers: { "content-type": "application/json" } } });
    expect((await fault(ask(client({ maxBytes: 1_000 })))).kind).toBe("too_large");
    server.set({
      "/price": { text: long, headers: { "content-type": "application/json", "transfer-encoding": "chunked" } },
    });
    expect((await fault(ask(client({ maxBytes: 1_000 })))).kind).toBe("too_large");
  });

  test("is accepted by a 2xx without a body, and tells its headers", async () => {
    server.set({ "/take": { text: "", status: 202, headers: { "x-message-id": "abc" } } });
    const headers = await client().accepted({ path: "/take", post: { a: 1 } });
    expect(headers.get("x-message-id")).toBe("abc");
    expect(server.asked[0]).toMatchObject({ method: "POST", body: '{"a":1}' });
    server.set({ "/take": { json: { error: "no" }, status: 400 } });
    expect((await fault(client().accepted({ path: "/take", post: {} }))).details).toEqual({ status: 400 });
  });

  test("opens no socket with NETWORK=off", async () => {
    expect((await fault(ask(client({ network: "off" })))).kind).toBe("off");
    expect((await fault(client({ network: "off" }).accepted({ path: "/price" }))).kind).toBe("off");
    expect(server.asked).toEqual([]);
  });
});

describe("retries", () => {
  test.each([429, 500, 503])("after %i, with success", async (status) => {
    server.set({ "/price": inTurn({ text: "later", status }, { json: { price: 5 } }) });
    expect(await ask(client({ retries: 1 }))).toEqual({ price: 5 });
    expect(server.asked).toHaveLength(2);
  });

  test("not after a refusal or a wrong shape", async () => {
    server.set({ "/price": { text: "no", status: 404 } });
    await fault(ask(client({ retries: 2 })));
    server.set({ "/price": { json: {} } });
    await fault(ask(client({ retries: 2 })));
    expect(server.asked).toHaveLength(2);
  });

  test("wait as long as a short Retry-After asks", async () => {
    server.set({
      "/price": inTurn({ text: "", status: 429, headers: { "retry-after": "0" } }, { json: { price: 5 } }),
    });
    expect(await ask(client({ retries: 1, firstDelayMs: 1 }))).toEqual({ price: 5 });
  });

  test("leave a long Retry-After to the plan of the next call", async () => {
    server.set({ "/price": { text: "", status: 429, headers: { "retry-after": "120" } } });
    const refused = await fault(ask(client({ retries: 2 })));
    expect(refused.details).toEqual({ status: 429, retryAfterMs: 120_000 });
    expect(server.asked).toHaveLength(1);
  });
});

describe("the circuit", () => {
  test("opens after failures in a row and spares the source", async () => {
    server.set({ "/price": { text: "", status: 500 } });
    const http = client({ breakAfter: 2, breakForMs: 60_000 });
    for (let call = 0; call < 4; call++) await fault(ask(http));
    expect(server.asked).toHaveLength(2);
    expect((await fault(ask(http))).kind).toBe("open");
  });

  test("lets one call through after its rest and closes when that works", async () => {
    server.set({ "/price": inTurn({ text: "", status: 500 }, { json: { price: 5 } }) });
    const http = client({ breakAfter: 1, breakForMs: 0 });
    await fault(ask(http));
    expect(await ask(http)).toEqual({ price: 5 });
  });

  test("stays closed when the answer is only of another shape", async () => {
    server.set({ "/price": inTurn({ json: {} }, { json: {} }, { json: { price: 5 } }) });
    const http = client({ breakAfter: 1, breakForMs: 60_000 });
    await fault(ask(http));
    await fault(ask(http));
    expect(await ask(http)).toEqual({ price: 5 });
  });
});
