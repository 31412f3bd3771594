import { expect, it } from "vitest";
import { publicOrigin } from "./public-origin";

const origin = (url: string, headers: Record<string, string>) => publicOrigin(new Request(url, { headers }));

it("is the host that the browser asked for", () => {
  expect(origin("http://127.0.0.1:3000/en", { host: "calc.example.org" })).toBe("http://calc.example.org");
  expect(origin("http://127.0.0.1:3000/en", {})).toBe("http://127.0.0.1:3000");
});

it("believes no proxy that nobody trusts, and no host that is none", () => {
  expect(origin("http://localhost/en", { host: "a.org", "x-forwarded-proto": "https" })).toBe("http://a.org");
  expect(origin("http://localhost/en", { host: "a b" })).toBe("http://localhost");
  expect(origin("http://localhost/en", { host: "a.org/path?x" })).toBe("http://a.org");
});
