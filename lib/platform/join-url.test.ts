import { expect, test } from "vitest";
import { joinUrl } from "./join-url";

test.each([
  ["https://mempool.space", "/api/v1/prices", "https://mempool.space/api/v1/prices"],
  ["https://mempool.space/", "/api/v1/prices", "https://mempool.space/api/v1/prices"],
  ["https://mempool.space/api", "/api/v1/prices", "https://mempool.space/api/v1/prices"],
  ["https://api.coingecko.com/api/v3/", "/api/v3/simple/price", "https://api.coingecko.com/api/v3/simple/price"],
  ["http://127.0.0.1:9/proxy/okx", "/api/v5/market/ticker", "http://127.0.0.1:9/proxy/okx/api/v5/market/ticker"],
  ["https://rpc.example/btc/key", "", "https://rpc.example/btc/key"],
])("%s + %s", (base, path, expected) => {
  expect(joinUrl(base, path).toString()).toBe(expected);
});

test("adds the query, and keeps the base's own", () => {
  expect(joinUrl("https://x.example/?a=1", "/p", { b: "2 3" }).toString()).toBe("https://x.example/p?a=1&b=2+3");
});
