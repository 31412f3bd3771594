import { expect, it, vi } from "vitest";

/** The file as another bundle of Next's has it. */
async function loaded() {
  vi.resetModules();
  return (await import("./statement-name")).statementName;
}

it("gives a text one name and no other text the same, in however many bundles it is", async () => {
  const [pages, routes] = [await loaded(), await loaded()];
  const names = [pages("select 1"), routes("select 2"), pages("select 3"), routes("select 1")];
  expect(new Set(names).size).toBe(3);
  expect(names[3]).toBe(names[0]);
});
