import { expect, it } from "vitest";
import { shippedCatalogue } from "./catalogue/shipped-catalogue";
import { pageOfModels } from "./page-of-models";

it("walks through the list without a gap or a double", () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = pageOfModels(shippedCatalogue, 50, cursor);
    expect(page.total).toBe(shippedCatalogue.length);
    seen.push(...page.items.map((model) => model.id));
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(shippedCatalogue.map((model) => model.id));
});

it("ends exactly with the last row", () => {
  const two = shippedCatalogue.slice(0, 2);
  expect(pageOfModels(two, 2, undefined).next_cursor).toBeNull();
  expect(pageOfModels(two, 1, undefined).next_cursor).toBe(two[0]?.id);
  expect(pageOfModels(two, 1, two[0]?.id).items).toEqual([two[1]]);
  expect(pageOfModels([], 10, undefined)).toEqual({ items: [], next_cursor: null, total: 0 });
});

it("is not misled by a row that is added while someone reads", () => {
  const [added, ...before] = shippedCatalogue.slice(0, 5);
  const first = pageOfModels(before, 2, undefined);
  const second = pageOfModels(added ? [added, ...before] : before, 2, first.next_cursor ?? undefined);
  expect(second.items).toEqual(before.slice(2, 4));
});

it("refuses a cursor of another search", () => {
  expect(() => pageOfModels(shippedCatalogue, 10, "nothing")).toThrow(expect.objectContaining({ code: "validation" }));
});
