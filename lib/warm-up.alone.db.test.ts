import { afterAll, beforeAll, expect, test } from "vitest";
import { catalogue, seedCatalogue } from "@/lib/machines";
import { currentMarket } from "@/lib/market";
import { cache, closeCache } from "@/lib/platform/cache";
import { ownDatabase } from "@/lib/testing/own-database";
import { systemCtx, visitorCtx } from "@/lib/transport/ctx";
import { warmUp } from "./warm-up";

let dropDatabase: () => Promise<void>;
beforeAll(async () => {
  dropDatabase = await ownDatabase();
}, 60_000);
afterAll(() => dropDatabase());

test("a catalogue that isn't filled yet is no reason not to start", async () => {
  await warmUp();
  expect(cache().counters().failures).toBe(1);
});

test("the first visitor finds the market and the catalogue there", async () => {
  await seedCatalogue.execute(systemCtx("test"), {});
  await closeCache();
  await warmUp();
  const before = cache().counters();
  expect(before.loads).toBeGreaterThan(1);
  await currentMarket(visitorCtx());
  await catalogue(visitorCtx());
  expect(cache().counters()).toMatchObject({ loads: before.loads, misses: before.misses });
});
