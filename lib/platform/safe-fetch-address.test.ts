import { BlockList } from "node:net";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPublicAddress } from "./safe-fetch-address";

/** Written down a second time and looked up by another hand (Node's), after IANA's registry of special addresses. */
const SPECIAL_V4: [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];
const special = new BlockList();
for (const [net, bits] of SPECIAL_V4) special.addSubnet(net, bits, "ipv4");
special.addAddress("168.63.129.16", "ipv4");

const dotted = (value: number): string => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff).join(".");
const hex = (value: number): string => `${(value >>> 16).toString(16)}:${(value & 0xffff).toString(16)}`;
const anyV4 = fc.nat({ max: 0xffffffff });
/** Every range is drawn as often as the open internet. */
const v4 = fc.oneof(
  anyV4,
  ...SPECIAL_V4.map(([net, bits]) =>
    anyV4.map((value) => {
      const base = net.split(".").reduce((sum, octet) => sum * 256 + Number(octet), 0);
      return (base + (value % 2 ** (32 - bits))) >>> 0;
    }),
  ),
);
const group = fc.nat({ max: 0xffff }).map((value) => value.toString(16));
const v6In = (...heads: string[]) =>
  fc
    .constantFrom(...heads)
    .chain((head) =>
      fc
        .array(group, { minLength: 8 - head.split(":").length, maxLength: 8 - head.split(":").length })
        .map((rest) => [head, ...rest].join(":")),
    );

describe("S18 addresses not to call › IPv4", () => {
  it("is public outside of the special ranges, and nowhere else", () => {
    fc.assert(
      fc.property(v4, (value) => {
        expect(isPublicAddress(dotted(value))).toBe(!special.check(dotted(value), "ipv4"));
      }),
      { numRuns: 3000 },
    );
  });

  it("is never public inside of IPv6, whatever it is", () => {
    const forms: ((value: number) => string)[] = [
      (value) => `::ffff:${dotted(value)}`,
      (value) => `::ffff:${hex(value)}`,
      (value) => `::${hex(value)}`,
      (value) => `::ffff:0:${hex(value)}`,
      (value) => `64:ff9b::${hex(value)}`,
      (value) => `64:ff9b:1::${hex(value)}`,
      (value) => `2002:${hex(value)}::1`,
      (value) => `2001:0:${hex(value)}::1`,
      (value) => `2606:4700::5efe:${hex(value)}`,
      (value) => `2606:4700::200:5efe:${hex(value)}`,
    ];
    fc.assert(
      fc.property(v4, fc.constantFrom(...forms), (value, form) => {
        expect(isPublicAddress(form(value))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("S18 addresses not to call › IPv6", () => {
  it.each(["2606:4700:4700::1111", "2a00:1450:4001:82a::200e", "2400:cb00:2048:1::c629:d7a2", "2001:4860:4860::8888"])(
    "%s is public",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it("is public in 2000::/3 alone", () => {
    fc.assert(
      fc.property(
        v6In("0", "64", "100", "1fff", "4000", "5f00", "8000", "fc00", "fd00", "fe80", "fec0", "ff02"),
        (address) => {
          expect(isPublicAddress(address)).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("is not public in the special ranges of 2000::/3", () => {
    fc.assert(
      fc.property(v6In("2001:0", "2001:2:0", "2001:10", "2001:20", "2001:db8", "2002", "3fff:0"), (address) => {
        expect(isPublicAddress(address)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

it.each(["", "localhost", "127.1", "0x7f.0.0.1", "0177.0.0.1", "2130706433", "8.8.8.8.", " 8.8.8.8", "8.8.8.8/32"])(
  "S18 addresses not to call › %j is no address",
  (text) => expect(isPublicAddress(text)).toBe(false),
);

it.each(["fe80::1%eth0", "2606:4700::1%1", "[2606:4700::1]", "1:2", "2606:4700:::1", "::"])(
  "S18 addresses not to call › %j is none of IPv6",
  (text) => expect(isPublicAddress(text)).toBe(false),
);
