import { expect, it } from "vitest";
import { readAddress, SERIAL, UUID } from "./address-query";

const read = (query: string) => readAddress(Object.fromEntries(new URLSearchParams(query)));

it("reads what is there, without blanks around, and of several the first", () => {
  expect(read("search=+ada+").text("search")).toBe("ada");
  expect(readAddress({ search: ["ada", "grace"] }).text("search")).toBe("ada");
  expect(read(`search=${"x".repeat(300)}`).text("search")).toHaveLength(100);
  expect(read("search=a%00b%0d").text("search")).toBe("ab");
  expect([read("search=+").text("search"), read("").text("search")]).toEqual([undefined, undefined]);
});

it("takes a choice only where there is such a one", () => {
  expect(read("role=admin").oneOf("role", ["owner", "admin"])).toBe("admin");
  expect(read("role=king").oneOf("role", ["owner", "admin"])).toBeUndefined();
});

it.each([
  ["2027-01-31", "2027-01-31"],
  ["2027-02-30", undefined],
  ["2027-1-1", undefined],
  ["31.1.2027", undefined],
  ["2027-01-31T00:00:00Z", undefined],
])("reads the day %s as %s", (text, day) => expect(read(`from=${text}`).day("from")).toBe(day));

it("takes a place in the list only in its own form", () => {
  const id = "0190a5d2-7c3e-7b1a-9d0c-2f6d6c8f2b11";
  expect([read(`cursor=${id}`).cursor(UUID), read("cursor=12").cursor(UUID)]).toEqual([id, undefined]);
  expect([read("cursor=12").cursor(SERIAL), read("cursor=1'--").cursor(SERIAL)]).toEqual(["12", undefined]);
});
