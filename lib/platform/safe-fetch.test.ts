import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type TlsServer, tlsServer } from "@/lib/testing/tls-server";
import { type SafeFetchOptions, safeFetch } from "./safe-fetch";
import type { SafeFetchFault } from "./safe-fetch-fault";

let server: TlsServer;
beforeEach(async () => {
  server = await tlsServer(["pool.example"]);
});
afterEach(() => server.close());

const ask = (options: Partial<SafeFetchOptions> = {}) =>
  safeFetch(`${server.url}/api?key=hush`, { ...server.options, ...options });
const refusal = (asking: Promise<unknown>): Promise<SafeFetchFault> =>
  asking.then(
    () => expect.fail("should have been refused"),
    (error) => error,
  );
const text = (body: Uint8Array): string => new TextDecoder().decode(body);

describe("a call", () => {
  it("brings status, headers and body of a public server", async () => {
    server.set((_, response) => response.writeHead(200, { "Content-Type": "application/json" }).end('{"ok":true}'));
    const { status, headers, body } = await ask();
    expect({ status, type: headers["content-type"], body: text(body) }).toEqual({
      status: 200,
      type: "application/json",
      body: '{"ok":true}',
    });
    expect(server.asked[0]).toMatchObject({
      method: "GET",
      url: "/api?key=hush",
      headers: { host: `pool.example:${server.port}`, "user-agent": "hashinsight", "accept-encoding": "identity" },
    });
  });

  it("posts, and says what a refusing server answered", async () => {
    server.set((_, response) => response.writeHead(410).end("gone"));
    const answer = await ask({ method: "POST", body: '{"event":"x"}', headers: { "x-signature": "abc" } });
    expect([answer.status, text(answer.body)]).toEqual([410, "gone"]);
    expect(server.asked[0]).toMatchObject({ method: "POST", body: '{"event":"x"}', headers: { "x-signature": "abc" } });
  });

  it("takes a host of the integration's list and no other", async () => {
    expect((await ask({ allowedHosts: ["POOL.example."] })).status).toBe(200);
    const fault = await refusal(ask({ allowedHosts: ["api.pool.example", "example"] }));
    expect([fault.kind, server.asked.length]).toEqual(["host", 1]);
  });

  it("opens no socket with NETWORK=off", async () => {
    expect((await refusal(ask({ network: "off" }))).kind).toBe("off");
    expect(server.asked).toEqual([]);
  });
});

describe("S18 addresses not to call › the address", () => {
  it("that was checked is the one that is called: a name is looked up once", async () => {
    let lookups = 0;
    const resolve = async () => (lookups++ === 0 ? ["127.0.0.1"] : ["10.0.0.1"]);
    expect((await ask({ outside: { ...server.options.outside, resolve } })).status).toBe(200);
    expect(lookups).toBe(1);
  });

  it("is checked anew on every call, over a connection of its own", async () => {
    await ask();
    const resolve = async () => ["10.0.0.1"];
    expect((await refusal(ask({ outside: { ...server.options.outside, resolve } }))).kind).toBe("address");
    expect(server.asked).toHaveLength(1);
  });

  it("of this machine is refused by the rule that holds without a test's leave", async () => {
    const { isPublic: _, ...outside } = server.options.outside;
    expect((await refusal(ask({ outside }))).kind).toBe("address");
    expect(server.asked).toEqual([]);
  });

  it("that nobody has is not found", async () => {
    const fault = await refusal(ask({ outside: { ...server.options.outside, resolve: async () => [] } }));
    expect([fault.kind, fault.transient]).toEqual(["dns", true]);
  });
});

describe("the server", () => {
  const withoutCa = () => ({ resolve: server.options.outside.resolve, isPublic: server.options.outside.isPublic });

  it("needs a certificate that is trusted, and one of its own name", async () => {
    expect((await refusal(ask({ outside: withoutCa() }))).kind).toBe("network");
    const other = safeFetch(server.url.replace("pool", "other"), server.options);
    expect((await refusal(other)).kind).toBe("network");
    expect(server.asked).toEqual([]);
  });

  it.each<[string, Parameters<TlsServer["set"]>[0]]>([
    ["before it answers", () => undefined],
    ["in the middle", (_, response) => response.writeHead(200).write("half")],
    [
      "drop by drop",
      (_, response) => {
        const drop = setInterval(() => response.write("x"), 20);
        response.on("close", () => clearInterval(drop));
      },
    ],
  ])("has its time, and no longer %s", async (_, answer) => {
    server.set(answer);
    const fault = await refusal(ask({ timeoutMs: 150 }));
    expect([fault.kind, fault.message]).toEqual(["timeout", "The server gave no full answer within 0.15 s."]);
  });

  it("is given up when the name server is silent", async () => {
    const resolve = () => new Promise<string[]>(() => undefined);
    expect((await refusal(ask({ timeoutMs: 100, outside: { ...server.options.outside, resolve } }))).kind).toBe(
      "timeout",
    );
  });

  it.each([true, false])("is cut off at the size limit (length announced: %s)", async (announced) => {
    let sent = 0;
    server.set((_, response) => {
      response.writeHead(200, announced ? { "content-length": String(50 << 20) } : {});
      const piece = Buffer.alloc(64 << 10, "secret ");
      const more = (): void => {
        while (sent < 50 << 20 && !response.destroyed) {
          sent += piece.length;
          if (!response.write(piece)) return void response.once("drain", more);
        }
      };
      more();
    });
    const fault = await refusal(ask());
    expect([fault.kind, fault.message]).toEqual(["too_large", "The answer is larger than 1048576 bytes."]);
    expect(sent).toBeLessThan(20 << 20);
  });

  it("may not compress, so no answer grows after it was measured", async () => {
    server.set((_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end("x"));
    expect((await refusal(ask())).kind).toBe("encoding");
  });

  it.each<[string, Parameters<TlsServer["set"]>[0]]>([
    ["closes", (_, response) => response.destroy()],
    [
      "cuts its answer",
      (_, response) => response.writeHead(200, { "content-length": "99" }).write("x", () => response.destroy()),
    ],
  ])("that %s is a fault of the network", async (_, answer) => {
    server.set(answer);
    const fault = await refusal(ask());
    expect([fault.kind, fault.transient]).toEqual(["network", true]);
    expect(fault.message).not.toMatch(/hush|pool/);
  });
});
