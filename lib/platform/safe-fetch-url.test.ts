import fc from "fast-check";
import { expect, it } from "vitest";
import { parseSafeUrl } from "./safe-fetch-url";

it.each([
  ["https://pool.example", "https://pool.example/"],
  ["HTTPS://Pool.Example:443/api?key=1#part", "https://pool.example/api?key=1"],
  ["https://bücher.example/", "https://xn--bcher-kva.example/"],
  ["https://1.1.1.1/dns", "https://1.1.1.1/dns"],
  ["https://[2606:4700:4700::1111]/", "https://[2606:4700:4700::1111]/"],
  ["https://pool.example/a@b", "https://pool.example/a@b"],
])("%s is called as %s", (text, url) => {
  expect(parseSafeUrl(text).href).toBe(url);
});

it("S18 addresses not to call › calls another port, and a host of a list alone, where the integration says so", () => {
  expect(parseSafeUrl("https://pool.example:8443/", { extraPorts: [8443] }).port).toBe("8443");
  expect(parseSafeUrl("https://Pool.example./", { allowedHosts: ["pool.example"] }).pathname).toBe("/");
  expect(() => parseSafeUrl("https://evil.example/", { allowedHosts: ["pool.example"] })).toThrow(
    "one of: pool.example",
  );
  expect(() => parseSafeUrl("https://pool.example.evil.example/", { allowedHosts: ["pool.example"] })).toThrow();
});

it.each(["https://127.0.0.1/", "https://2130706433/", "https://[::1]/", "https://169.254.169.254/"])(
  "S18 addresses not to call › says no to %s before anything is called",
  (text) => expect(() => parseSafeUrl(text)).toThrow("must lead to the public internet"),
);

it("S18 addresses not to call › gives back an https address without a user, whatever it is given", () => {
  const part = fc.constantFrom(
    "https:",
    "http:",
    "//",
    "/",
    "\\",
    "@",
    ":",
    "a",
    "127.1",
    "[::1]",
    "?",
    "#",
    "443",
    "\t",
    "%40",
    "。",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
      let url: URL;
      try {
        url = parseSafeUrl(`https://${parts.join("")}`);
      } catch (error) {
        expect(error).toMatchObject({ name: "SafeFetchFault" });
        return;
      }
      expect([url.protocol, url.username, url.password, url.port, url.hash]).toEqual(["https:", "", "", "", ""]);
    }),
    { numRuns: 3000 },
  );
});
