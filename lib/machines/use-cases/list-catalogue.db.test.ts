import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnectDatabase } from "@/lib/platform/db";
import { type TestTenant, testPlatformAdmin, testTenant } from "@/lib/testing/tenants";
import { systemCtx, visitorCtx } from "@/lib/transport/ctx";
import { addModel } from "./add-model";
import { listCatalogue } from "./list-catalogue";
import { retireModel } from "./retire-model";
import { seedCatalogue } from "./seed-catalogue";

let mine: TestTenant;
const mark = `Mark${randomUUID().slice(0, 8)}`;

beforeAll(async () => {
  mine = await testTenant();
  await seedCatalogue.execute(systemCtx("test"), {});
  const facts = (index: number) => ({
    model_name: `${mark} M${index}`,
    manufacturer: index % 2 ? "Acme" : "Bolt",
    hashrate_th: 100 + index,
    power_w: 3000 - 10 * index,
    release_year: 2020 + index,
    cooling: (["air", "hydro", "immersion"] as const)[index % 3] ?? "air",
  });
  for (const index of [0, 1, 2, 3, 4, 5]) await addModel.execute(mine.ctx("owner"), facts(index));
  const page = await list({ search: `${mark} M5` });
  await retireModel.execute(mine.ctx("owner"), { id: page.items[0]?.id ?? "", version: 1 });
});
afterAll(disconnectDatabase);

const list = (input: object, ctx = mine.ctx("operator")) => listCatalogue.execute(ctx, input);
const names = async (input: object) =>
  (await list({ search: mark, ...input })).items.map(({ model_name }) => model_name.replace(`${mark} `, ""));

it("shows what is offered, and retired machines on demand", async () => {
  expect(await names({})).toEqual(["M4", "M3", "M2", "M1", "M0"]);
  expect(await names({ status: "retired" })).toEqual(["M5"]);
  expect(await names({ status: "all" })).toHaveLength(6);
});

it("filters by maker, cooling and scope, and counts both scopes", async () => {
  expect(await names({ manufacturer: "acme" })).toEqual(["M3", "M1"]);
  expect(await names({ cooling: "hydro" })).toEqual(["M4", "M1"]);
  expect(await names({ scope: "shared" })).toEqual([]);
  const all = await list({ limit: 1 });
  expect(all.counts.private).toBe(5);
  expect(all.counts.shared).toBeGreaterThan(100);
  expect(all.total).toBe(all.counts.shared + all.counts.private);
  expect((await list({ limit: 1, scope: "private" })).total).toBe(5);
  expect(all.manufacturers).toEqual(expect.arrayContaining(["Acme", "Bitmain", "Bolt"]));
});

it.each([
  ["name", ["M0", "M1", "M2", "M3", "M4"]],
  ["maker", ["M1", "M3", "M0", "M2", "M4"]],
  ["hashrate", ["M4", "M3", "M2", "M1", "M0"]],
  ["power", ["M0", "M1", "M2", "M3", "M4"]],
  ["efficiency", ["M4", "M3", "M2", "M1", "M0"]],
  ["changed", ["M4", "M3", "M2", "M1", "M0"]],
])("sorts by %s", async (sort, expected) => {
  expect(await names({ sort })).toEqual(expected);
});

it("pages through without a gap or a double", async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ search: mark, limit: 2, sort: "name", ...(cursor ? { cursor } : {}) });
    expect(page.total).toBe(5);
    seen.push(...page.items.map(({ model_name }) => model_name));
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual([0, 1, 2, 3, 4].map((index) => `${mark} M${index}`));
  await expect(list({ cursor: "nothing" })).rejects.toMatchObject({ code: "validation" });
});

it("says what whoever asks may change", async () => {
  const adds = async (ctx = mine.ctx("owner")) => (await list({ limit: 1 }, ctx)).adds_to;
  expect(await adds()).toBe("private");
  expect(await adds(mine.ctx("operator"))).toBeNull();
  expect(await adds(mine.ctx("client"))).toBeNull();
  expect(await adds((await testPlatformAdmin()).ctx)).toBe("shared");
  const [first] = (await list({ search: mark }, mine.ctx("admin"))).items;
  const [shared] = (await list({ scope: "shared", limit: 1 }, mine.ctx("admin"))).items;
  expect([first?.editable, shared?.editable]).toEqual([true, false]);
  await expect(list({}, visitorCtx())).rejects.toMatchObject({ code: "unauthenticated" });
});
