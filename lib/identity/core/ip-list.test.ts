import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isListEntry, isListed } from "./ip-list";

describe("isListed", () => {
  it.each([
    ["203.0.113.7", [], true],
    ["anything at all", [], true],
    ["203.0.113.7", ["203.0.113.7"], true],
    ["203.0.113.8", ["203.0.113.7"], false],
    ["203.0.113.8", ["203.0.113.7", "203.0.113.8"], true],
    ["203.0.113.255", ["203.0.113.0/24"], true],
    ["203.0.114.0", ["203.0.113.0/24"], false],
    ["203.0.113.129", ["203.0.113.7/25"], false],
    ["203.0.113.100", ["203.0.113.7/25"], true],
    ["8.8.8.8", ["0.0.0.0/0"], true],
    ["2001:db8::1", ["0.0.0.0/0"], false],
    ["8.8.8.8", ["::/0"], false],
    ["::ffff:203.0.113.7", ["203.0.113.7"], true],
    ["::FFFF:203.0.113.7", ["203.0.113.0/24"], true],
    ["203.0.113.7", ["::ffff:203.0.113.7"], true],
    ["203.0.113.7", ["::ffff:cb00:7107"], true],
    ["::ffff:cb00:7107", ["203.0.113.0/24"], true],
    ["2001:db8::1", ["2001:db8::/32"], true],
    ["2001:DB8:0:0:0:0:0:1", ["2001:db8::1"], true],
    ["2001:db9::1", ["2001:db8::/32"], false],
    ["2001:db8:0:7fff::1", ["2001:db8::/49"], true],
    ["2001:db8:0:8000::1", ["2001:db8::/49"], false],
    ["2001:db8:8000::1", ["2001:db8::/33"], false],
    ["direct", ["0.0.0.0/0", "::/0"], false],
    ["", ["0.0.0.0/0"], false],
    ["203.0.113.7", ["not an address"], false],
    ["203.0.113.7", ["203.0.113.7/33"], false],
  ])("%s in %j: %s", (address, list, listed) => {
    expect(isListed(address, list)).toBe(listed);
  });

  const v4 = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map((parts) => parts.join("."));
  const numberOf = (address: string) => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

  it("agrees with arithmetic on every IPv4 range", () => {
    fc.assert(
      fc.property(v4, v4, fc.integer({ min: 0, max: 32 }), (address, range, length) => {
        const size = 2 ** (32 - length);
        const same = Math.floor(numberOf(address) / size) === Math.floor(numberOf(range) / size);
        expect(isListed(address, [`${range}/${length}`])).toBe(same);
      }),
    );
  });

  it("takes an IPv4 address in IPv6 clothes for itself", () => {
    fc.assert(
      fc.property(v4, (address) => {
        expect(isListed(`::ffff:${address}`, [address])).toBe(true);
      }),
    );
  });
});

describe("isListEntry", () => {
  it.each([
    "203.0.113.7",
    "203.0.113.0/24",
    "0.0.0.0/0",
    "203.0.113.7/32",
    "2001:db8::",
    "2001:db8::/48",
    "::1",
    "::/0",
    "::ffff:1.2.3.4",
    "2001:db8::1/128",
    "1:2:3:4::6:7:8",
  ])("takes %s", (entry) => expect(isListEntry(entry)).toBe(true));

  it.each([
    "",
    "mine.example",
    "203.0.113",
    "203.0.113.256",
    "203.0.113.07",
    "203.0.113.7/33",
    "203.0.113.7/-1",
    "203.0.113.7/",
    "203.0.113.7/24/1",
    "2001:db8::/129",
    "2001:db8::1::2",
    "2001:db8:1",
    "1:2:3:4:5:6:7:8:9",
    "2001:db8::12345",
    "::ffff:1.2.3.4/100",
    "203.0.113.7 ",
    "203.0.113.0/24 ",
    "1::ffff:1.2.3.4",
    "1:2:3:4::5:6:7:8",
    "1:2:3:4::5:6:7:8::9",
    "*",
  ])("refuses %j", (entry) => expect(isListEntry(entry)).toBe(false));
});
