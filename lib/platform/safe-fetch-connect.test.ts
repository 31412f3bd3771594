import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type ConnectRules, safeConnector } from "./safe-fetch-connect";

let server: Server;
let connections: number;
beforeEach(async () => {
  connections = 0;
  server = createServer().on("connection", () => connections++);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

/** The name of the error, or "connected". */
function connect(
  hostname: string,
  isPublic: ConnectRules["isPublic"],
  resolve = async () => ["127.0.0.1"],
): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const connector = safeConnector({ resolve, isPublic, timeoutMs: 1_000 });
  return new Promise((done) => {
    connector({ hostname, protocol: "http:", port: String(port) }, (...[error, socket]) => {
      socket?.destroy();
      done(error ? error.message : "connected");
    });
  });
}
const REFUSED = "The address must lead to the public internet.";

it.each(["127.0.0.1", "pool.example"])(
  "S18 addresses not to call › connects to %s where the rule allows it",
  async (host) => {
    expect(await connect(host, () => true)).toBe("connected");
  },
);

it.each(["127.0.0.1", "pool.example"])("S18 addresses not to call › opens no socket to %s otherwise", async (host) => {
  expect(await connect(host, () => false)).toBe(REFUSED);
  expect(connections).toBe(0);
});

it("S18 addresses not to call › gives up a socket whose other end is not what was checked", async () => {
  let asked = 0;
  expect(await connect("pool.example", () => asked++ === 0)).toBe(REFUSED);
});

it("passes on that a name was not found", async () => {
  expect(
    await connect(
      "pool.example",
      () => true,
      async () => [],
    ),
  ).toBe("The host of this address was not found.");
});
