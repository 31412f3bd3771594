import { expect, test } from "vitest";
import { calculate } from "../core/calculate";
import { marketOfInput } from "../core/market-facts";
import { CalculateInput } from "../schemas";
import { calculateInThread } from "./calculation-threads";

const input = CalculateInput.parse({
  hashrate_th: 200,
  power_w: 3500,
  electricity_cost: 0.06,
  machine_price_usd: 3000,
  horizon_months: 12,
  algorithm: "advanced",
  paths: 200,
  market: { btc_price: 95_000, difficulty: 1.25e14, block_height: 930_000, fees_sats_per_block: 5e6 },
});
const market = marketOfInput(input.market);

test("a thread answers bit by bit as the call in place does, several at once", async () => {
  if (!market) throw new Error("the market is complete");
  const facts = { model: null, market, today: "2026-01-01" };
  const seeds = [1, 2, 3, 4, 5];
  const inThreads = await Promise.all(seeds.map((seed) => calculateInThread({ ...input, seed }, facts)));
  expect(inThreads).toEqual(seeds.map((seed) => calculate({ ...input, seed }, facts)));
});

test("a calculation that fails is its caller's error, and the next one is answered", async () => {
  if (!market) throw new Error("the market is complete");
  const { hashrate_th: _, ...unknown } = input;
  const facts = { model: null, market, today: "2026-01-01" };
  await expect(calculateInThread(unknown, facts)).rejects.toThrow("neither given nor found");
  await expect(calculateInThread(input, facts)).resolves.toMatchObject({ payback_probability: expect.any(Number) });
});

test("whoever comes when too many wait is told so at once", async () => {
  if (!market) throw new Error("the market is complete");
  const facts = { model: null, market, today: "2026-01-01" };
  const queued: Promise<unknown>[] = [];
  const fill = () => {
    for (let asked = 0; asked < 60; asked++) queued.push(calculateInThread(input, facts));
  };
  expect(fill).toThrow("Too many large calculations");
  await Promise.all(queued);
});
