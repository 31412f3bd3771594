import { expect, it } from "vitest";
import { timeRange } from "./time-range";

const at = (iso: string) => new Date(iso);

it.each([
  [{}, {}],
  [{ from: "2027-03-01" }, { from: at("2027-03-01T00:00:00Z") }],
  [{ to: "2027-03-01" }, { before: at("2027-03-02T00:00:00Z") }],
  [{ to: "2027-12-31" }, { before: at("2028-01-01T00:00:00Z") }],
  [
    { from: "2027-03-01T06:00:00+02:00", to: "2027-03-01T12:00:00Z" },
    { from: at("2027-03-01T04:00:00Z"), before: at("2027-03-01T12:00:00Z") },
  ],
])("%o", (span, expected) => expect(timeRange(span)).toEqual(expected));
