import { describe, expect, it } from "vitest";
import { changesOf, editOf, shownValues } from "./access-draft";

const BASE = {
  id: "0190a5d2-7c3e-7b1a-9d0c-2f6d6c8f2b11",
  version: 3,
  role: "operator" as const,
  has_access: true,
  expires_at: "2027-01-31T12:30:00.000Z",
};

describe("changesOf", () => {
  it("is nothing for an untouched form and for choices taken back", () => {
    expect(changesOf(BASE, {})).toEqual([]);
    expect(changesOf(BASE, { role: "operator", hasAccess: true, lastDay: "2027-01-31" })).toEqual([]);
  });

  it("names each field with what it was and will be", () => {
    expect(changesOf(BASE, { role: "admin", hasAccess: false, lastDay: "2027-02-28" })).toEqual([
      { field: "role", from: "operator", to: "admin" },
      { field: "access", from: true, to: false },
      { field: "end", from: "2027-01-31T12:30:00.000Z", to: "2027-02-28T23:59:59.000Z" },
    ]);
  });

  it("takes an empty day as no end", () => {
    expect(changesOf(BASE, { lastDay: "" })).toEqual([{ field: "end", from: BASE.expires_at, to: null }]);
    expect(changesOf({ ...BASE, expires_at: null }, { lastDay: "" })).toEqual([]);
  });
});

it("keeps what was typed over a row that was read again, and takes the rest from the row", () => {
  const draft = { role: "admin" as const };
  const fresh = { ...BASE, version: 4, role: "guest" as const, expires_at: null };
  expect(shownValues(fresh, draft)).toEqual({ role: "admin", hasAccess: true, lastDay: "" });
  expect(changesOf(fresh, draft)).toEqual([{ field: "role", from: "guest", to: "admin" }]);
});

it("asks for the changed fields of the version that was seen, and for no others", () => {
  expect(editOf(BASE, { hasAccess: false })).toEqual({ id: BASE.id, version: 3, has_access: false });
  expect(editOf(BASE, { lastDay: "" })).toEqual({ id: BASE.id, version: 3, expires_at: null });
  expect(editOf(BASE, { role: "admin", lastDay: "2027-02-28" })).toEqual({
    id: BASE.id,
    version: 3,
    role: "admin",
    expires_at: "2027-02-28T23:59:59.000Z",
  });
});
