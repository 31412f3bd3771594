import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AddressFault, addressFault, isPlainAddress } from "./plain-address";

describe("one plain address", () => {
  it.each([
    "anna@example.com",
    "anna.b+mining@mail.example.co.uk",
    "o'neill@example.com",
    "x@a.io",
    "_svc-1@xn--fiqs8s.xn--fiqs8s",
    `${"a".repeat(64)}@example.com`,
  ])("is %s", (address) => expect(addressFault(address)).toBeNull());

  it.each<[AddressFault, string[]]>([
    ["empty", [""]],
    ["too_long", [`a@${"b.".repeat(130)}com`]],
    [
      "control",
      [
        "anna@example.com\r\nBcc: everyone@example.com",
        "anna@example.com\nSubject: hi",
        "anna@example.com\r",
        "anna\0@example.com",
        "anna@example.com\u2028Bcc: b@example.com",
        "anna\t@example.com",
      ],
    ],
    [
      "not_ascii",
      ["anna＠example.com", "anna﹫example.com", "anna@evil.com＠example.com", "аnna@example.com", "anna@exämple.com"],
    ],
    [
      "several",
      ["a@example.com,b@example.com", "a@example.com;b@example.com", "team:a@example.com;", "a@b@example.com"],
    ],
    [
      "display_name",
      [
        "Anna <anna@example.com>",
        "<anna@example.com>",
        "anna@example.com (Anna)",
        " anna@example.com",
        "an na@example.com",
      ],
    ],
    ["quoted", ['"anna"@example.com', '"anna@evil.com"@example.com', '"a b"@example.com']],
    ["no_at", ["anna", "example.com"]],
    [
      "local_part",
      [
        "@example.com",
        ".anna@example.com",
        "anna.@example.com",
        "an..na@example.com",
        "anna%evil.com@example.com",
        "evil.com!anna@example.com",
        "anna\\@example.com",
        `${"a".repeat(65)}@example.com`,
      ],
    ],
    [
      "domain",
      [
        "anna@",
        "anna@localhost",
        "anna@127.0.0.1",
        "anna@[127.0.0.1]",
        "anna@-example.com",
        "anna@example-.com",
        "anna@example..com",
        "anna@example.com.",
        "anna@.example.com",
        "anna@exa_mple.com",
        `anna@${"b".repeat(64)}.com`,
      ],
    ],
  ])("refuses %s", (fault, texts) => {
    for (const text of texts) expect([text, addressFault(text)]).toEqual([text, fault]);
  });

  it("never holds more than its own line, one @ and ASCII", () => {
    const pieces = fc.constantFrom(
      "a",
      "b.c",
      "@",
      "＠",
      "\r\n",
      "\n",
      ",",
      ";",
      "<",
      ">",
      '"',
      " ",
      ".com",
      "example",
      "é",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(pieces).map((parts) => parts.join("")),
        ),
        (text) => {
          if (isPlainAddress(text)) expect(text).toMatch(/^[!-~]+@[!-~]+$/);
          if (isPlainAddress(text)) expect(text).not.toMatch(/[,;:<>()"\\]|@.*@/);
        },
      ),
    );
  });

  it("decides on a long text at once", () => {
    const began = performance.now();
    for (const text of [`${"a.".repeat(50_000)}@`, `a@${"a-".repeat(50_000)}`, `a@${"a-".repeat(120)}`])
      addressFault(text);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
