import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/miners/models/route";
import { disconnectDatabase } from "@/lib/platform/db";
import { systemCtx, visitorCtx } from "@/lib/transport/ctx";
import { shippedCatalogue } from "../core/catalogue/shipped-catalogue";
import { ModelPage } from "../schemas";
import { findModel } from "./find-model";
import { pickerModels } from "./picker-models";
import { seedCatalogue } from "./seed-catalogue";

const get = (query = "") => GET(new Request(`http://localhost/api/miners/models${query}`));
const page = async (query = "") => ModelPage.strict().parse(await (await get(query)).json());

beforeAll(() => seedCatalogue.execute(systemCtx("test"), {}));
afterAll(disconnectDatabase);

describe("GET /api/miners/models", () => {
  it("answers with the catalogue, fifty at a time", async () => {
    const first = await page();
    expect(first.items).toHaveLength(50);
    expect(first.total).toBeGreaterThanOrEqual(shippedCatalogue.length);
    const second = await page(`?cursor=${encodeURIComponent(first.next_cursor ?? "")}`);
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
  });

  it("searches by any part of a name", async () => {
    expect((await page("?search=s21+200t")).items[0]).toMatchObject({
      id: "antminer-s21-200t",
      model_name: "Antminer S21",
      manufacturer: "Bitmain",
      hashrate_th: 200,
      power_w: 3550,
      efficiency: 17.75,
      release_year: 2024,
      cooling: "air",
      confidence: "verified",
    });
    expect((await page("?search=%25")).total).toBe(0);
    expect((await page("?search=_")).total).toBe(0);
    expect((await page("?search=&manufacturer=MicroBT&cooling=immersion&limit=1")).items[0]?.cooling).toBe("immersion");
  });

  it.each([
    ["?limit=0", "limit"],
    ["?limit=1000", "limit"],
    ["?limit=ten", "limit"],
    ["?limit=1.5", "limit"],
    ["?cooling=magic", "cooling"],
    ["?cursor=nothing", "cursor"],
    [`?search=${"s".repeat(101)}`, "search"],
    ["?serach=s21", "serach"],
  ])("refuses %s with a word about it", async (query, path) => {
    const response = await get(query);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: "validation", errors: [{ path }] });
  });
});

it("findModel and the picker read the same table", async () => {
  const picker = await pickerModels.execute(visitorCtx(), {});
  expect(picker.length).toBeGreaterThanOrEqual(shippedCatalogue.length);
  const found = await findModel(visitorCtx(), "antminer s21 pro 234 TH/s");
  expect(found.model?.id).toBe("antminer-s21-pro-234t");
  expect(picker).toContainEqual({
    id: "antminer-s21-pro-234t",
    name: "Antminer S21 Pro 234T",
    hashrate_th: 234,
    power_w: 3510,
    cooling: "air",
    year: 2024,
    confidence: "verified",
    status: "shipped",
  });
});
