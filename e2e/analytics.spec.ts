import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { figures } from "@/lib/i18n/figures";
import type { Role } from "@/lib/identity/policy";
import { paths } from "@/lib/paths";
import analyticsEn from "@/messages/en/analytics.json" with { type: "json" };
import calculatorEn from "@/messages/en/calculator.json" with { type: "json" };
import curtailmentEn from "@/messages/en/curtailment.json" with { type: "json" };
import replayEn from "@/messages/en/replay.json" with { type: "json" };
import curtailmentZh from "@/messages/zh/curtailment.json" with { type: "json" };
import heatmapZh from "@/messages/zh/heatmap.json" with { type: "json" };
import replayZh from "@/messages/zh/replay.json" with { type: "json" };
import { addMachines } from "./add-machines";
import { axe } from "./axe";
import { newCompany, type Session } from "./security/world";
import { signInHere } from "./sign-in-here";
import { narrow, wide } from "./widths";

async function signedIn(page: Page, role: Role): Promise<Session> {
  const { people } = await newCompany();
  return signInHere(page.context(), people[role]);
}

/** What the server answers to what a step of the reader makes the page ask. */
async function answerTo(page: Page, address: string, step: () => Promise<unknown>) {
  const [response] = await Promise.all([
    page.waitForResponse((each) => each.url().endsWith(address) && each.request().method() === "POST"),
    step(),
  ]);
  return { asked: response.request().postDataJSON(), status: response.status(), body: await response.json() };
}

const usd = (value: number, digits = 2): string => figures("en").usd(value, { signed: true, digits }).text;
const headline = (value: number): string => figures("en").headline(value, { signed: true }).text;
const row = (page: Page, name: string): Locator =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader").filter({ hasText: name }) });

/** Nothing in the page that a machine can tell is closed to somebody. */
async function expectOpenToAll(page: Page): Promise<void> {
  const { violations } = await axe(page).include("main").analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

/** Charts that move together have each day at the same place. */
async function expectSameEdges(page: Page): Promise<void> {
  const charts = page.locator("figure");
  const grids = page.locator(".recharts-cartesian-grid");
  const count = await charts.count();
  expect(count).toBeGreaterThan(1);
  for (const chart of await charts.all()) {
    await chart.scrollIntoViewIfNeeded();
    await expect(chart.locator(".recharts-cartesian-grid")).toBeVisible();
  }
  await expect(grids).toHaveCount(count);
  const edges = () =>
    grids.evaluateAll((all) =>
      all.map((grid) => grid.getBoundingClientRect()).map(({ left, right }) => `${left.toFixed()} ${right.toFixed()}`),
    );
  await expect.poll(async () => new Set(await edges()).size).toBe(1);
}

test("a subscriber replays a fleet, finds where it pays, and when to switch it off", narrow, async ({ page }) => {
  test.setTimeout(120_000);
  const t = analyticsEn;
  await signedIn(page, "client");

  await test.step("the past of a fleet, without typing anything", async () => {
    const { asked, body } = await answerTo(page, paths.api.historicalReplay(), () =>
      page.goto(paths.analyticsReplay("en")),
    );
    expect(asked.machines).toEqual([{ miner_model: "Antminer S19 Pro 110T", quantity: 100 }]);
    await expect(page.getByRole("heading", { level: 2 }).first()).toContainText(headline(body.totals.profit));
    await expect(row(page, replayEn.comparison.kept.name)).toContainText(usd(body.comparison.kept.gain_usd));
    const whole = row(page, replayEn.years.whole);
    await expect(whole).toContainText(usd(body.totals.profit));
    const years = await page.getByRole("region", { name: replayEn.years.title }).locator("td:last-child data").all();
    const exact = await Promise.all(years.map(async (figure) => Number(await figure.getAttribute("value"))));
    const sum = exact.slice(0, -1).reduce((all, value) => all + value, 0);
    expect(sum, "the years add up to the whole").toBeCloseTo(exact.at(-1) ?? Number.NaN, 4);
    await expectSameEdges(page);
    await expectOpenToAll(page);
  });

  await test.step("a wrong field loses nothing, and what is right is kept in the address", async () => {
    const answer = page.getByRole("heading", { level: 2 }).first();
    const before = (await answer.textContent()) ?? "";
    const uptime = page.getByLabel(calculatorEn.inputs.uptime_pct, { exact: true });
    await uptime.fill("often");
    await expect(page.getByText(calculatorEn.errors.not_a_number)).toBeVisible();
    await expect(page.getByText(t.status.wrong)).toBeVisible();
    await expect(answer).toHaveText(before);
    const { body } = await answerTo(page, paths.api.historicalReplay(), () => uptime.fill("50"));
    await expect(answer).toContainText(headline(body.totals.profit));
    await expect(page).toHaveURL(/uptime_pct=50/);
    await page.reload();
    await expect(answer).toContainText(headline(body.totals.profit));
  });

  await test.step("days beyond history come with the ones that are known", async () => {
    const answer = page.getByRole("heading", { level: 2 }).first();
    const before = (await answer.textContent()) ?? "";
    const to = page.getByLabel(replayEn.form.to, { exact: true });
    const known = await to.inputValue();
    const { status } = await answerTo(page, paths.api.historicalReplay(), () => to.fill("2090-01-01"));
    expect(status).toBe(422);
    await page.getByRole("main").getByRole("alert").getByRole("button").first().click();
    await expect(to).toHaveValue(known);
    await expect(page.getByRole("main").getByRole("alert")).toBeHidden();
    await expect(answer).toHaveText(before);
  });

  await test.step("a cell of the map is the calculator's answer", async () => {
    const nav = page.getByRole("navigation", { name: t.nav.label });
    const { body } = await answerTo(page, paths.api.roiHeatmap(), () =>
      nav.getByRole("link", { name: t.nav.heatmap }).click(),
    );
    await expect(page.getByRole("heading", { level: 2 }).first()).toContainText(headline(body.here.value));
    await expectOpenToAll(page);
    const [at, column] = [2, 6];
    const cell = page.locator(`[data-cell="${at}:${column}"]`);
    await page.locator('[data-cell="1:6"]').focus();
    await page.keyboard.press("ArrowDown");
    await expect(cell).toBeFocused();
    const exact = body.rows[at].values[column];
    await expect(page.getByText(usd(exact), { exact: true })).toBeVisible();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/calculator/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(figures("en").usd(Math.abs(exact)).text);
  });

  await test.step("the price of power at which the fleet should stop", async () => {
    const { body } = await answerTo(page, paths.api.curtailmentSimulation(), () =>
      page.goto(paths.analyticsCurtailment("en", { from: "2025-01-01", months: 4 })),
    );
    const saved = body.total_profit_usd - body.always_on_profit_usd;
    await expect(page.getByRole("heading", { level: 2 }).first()).toContainText(headline(saved));
    const main = page.getByRole("main");
    await expect(main).toContainText(
      `stop when power costs more than ${figures("en").usd(body.stop_price.fleet_usd_per_mwh).text} per MWh`,
    );
    // The period's limit isn't today's, which is said beside it.
    const [today] = /Today, at [^.]*\.\d+[^,]*, the limit is \$[\d.,]+\d/.exec((await main.textContent()) ?? "") ?? [];
    const [hashprice = 0, limit = 0] = (today ?? "").match(/\d[\d,.]*\d/g)?.map(Number) ?? [];
    expect(limit).toBeCloseTo((body.stop_price.fleet_usd_per_mwh * hashprice) / body.hashprice_usd_per_ph_day, 0);
    await expect(row(page, curtailmentEn.ways.rule.name)).toContainText(usd(body.price_rule.test.rule_profit_usd));
    await expectOpenToAll(page);
    await page.getByText(curtailmentEn.form.limits, { exact: true }).click();
    const least = page.getByLabel(curtailmentEn.form.minMw, { exact: true });
    await answerTo(page, paths.api.curtailmentSimulation(), () => least.fill("50"));
    await expect(page.getByText(curtailmentEn.infeasible.title)).toBeVisible();
    await least.fill("");
    await expect(page.getByRole("heading", { level: 2 }).first()).toContainText(headline(saved));
  });

  await test.step("Back brings each form as it was left", async () => {
    const nav = page.getByRole("navigation", { name: t.nav.label });
    const hashprice = page.getByLabel(curtailmentEn.form.hashprice, { exact: true });
    const quantity = page.getByLabel(calculatorEn.inputs.quantity, { exact: true });
    await hashprice.fill("51");
    await expect(page).toHaveURL(/hashprice=51/);
    await nav.getByRole("link", { name: t.nav.heatmap }).click();
    await quantity.fill("77");
    await expect(page).toHaveURL(/quantity=77/);
    await nav.getByRole("link", { name: t.nav.replay }).click();
    await expect(page.getByLabel(replayEn.form.span, { exact: true })).toBeVisible();
    await page.goBack();
    await expect(quantity).toHaveValue("77");
    await page.goBack();
    await expect(hashprice).toHaveValue("51");
  });
});

const MS_PER_HOUR = 3_600_000;

/** Sixty days of hours, dear in the evening. */
function priceFile(firstDay: string): string {
  const first = Date.parse(`${firstDay}T00:00:00Z`);
  const lines = Array.from({ length: 60 * 24 }, (_, hour) => {
    const at = new Date(first + hour * MS_PER_HOUR).toISOString().replace(".000", "");
    return `${at},${hour % 24 >= 18 ? 300 + (hour % 7) : 20 + (hour % 11)}`;
  });
  return ["hour_start_utc,da_price_usd_mwh", ...lines].join("\n");
}

test("an operator asks the same of their own machines, with a file of prices", wide, async ({ page }) => {
  test.setTimeout(120_000);
  const session = await signedIn(page, "operator");
  await addMachines(session, 12);
  const held = async () => (await (await page.request.get(paths.api.portfolio())).json()).machines;
  await expect.poll(held, { timeout: 20_000 }).toBe(12);

  await test.step("the past of all that one keeps", async () => {
    const { asked, body } = await answerTo(page, paths.api.historicalReplay(), () =>
      page.goto(paths.analyticsReplay("zh", { span: "4y" })),
    );
    expect(asked).not.toHaveProperty("machines");
    expect(body.assumptions.machines).toBe(12);
    await expect(page.getByRole("heading", { level: 2 }).first()).toContainText(headline(body.totals.profit));
    const still = page.getByLabel(new RegExp(replayZh.form.standsStill));
    const stopped = await answerTo(page, paths.api.historicalReplay(), () => still.check());
    expect(stopped.body.totals.profit).toBeGreaterThanOrEqual(body.totals.profit);
    await expect(page).toHaveURL(/stand_still=at_a_loss/);
    await expectOpenToAll(page);
  });

  await test.step("every day as a file", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: replayZh.years.everyDay }).click(),
    ]);
    const lines = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
    expect(lines).toHaveLength(1 + 1_461);
  });

  await test.step("the map over power, as a picture and as a sheet", async () => {
    const { body } = await answerTo(page, paths.api.roiHeatmap(), () =>
      page.goto(paths.analyticsHeatmap("zh", { against: "electricity", figure: "npv_usd" })),
    );
    await expect(page.getByRole("heading", { level: 2 }).first()).toContainText(headline(body.here.value));
    const map = page.getByRole("region", { name: heatmapZh.figures.npv_usd }).first();
    for (const [button, first] of [
      ["CSV", "\ufeffnpv_usd"],
      ["PNG", "\ufffdPNG"],
    ] as const) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        map.getByRole("button", { name: button }).click(),
      ]);
      expect((await readFile(await download.path(), "utf8")).startsWith(first)).toBe(true);
    }
    await expectOpenToAll(page);
  });

  await test.step("a file of prices; a wrong one after it takes nothing away", async () => {
    const words = curtailmentZh;
    await page.goto(paths.analyticsCurtailment("zh", { source: "file" }));
    await expect(page.getByText(words.noFile.title)).toBeVisible();
    const file = (name: string, text: string) =>
      page.locator('input[type="file"]').setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
    const { asked, body } = await answerTo(page, paths.api.curtailmentSimulation(), () =>
      file("prices.csv", priceFile("2025-03-01")),
    );
    expect([asked.start, asked.hours.length]).toEqual(["2025-03-01T00:00:00.000Z", 1_440]);
    const saved = headline(body.total_profit_usd - body.always_on_profit_usd);
    const answer = page.getByRole("heading", { level: 2 }).first();
    await expect(answer).toContainText(saved);
    const { threshold_usd_per_mwh: stop, test: judged } = body.price_rule;
    await expect(page.getByRole("main")).toContainText(figures("zh").usd(stop).text);
    for (const [way, profit] of [
      ["always", judged.always_on_profit_usd],
      ["rule", judged.rule_profit_usd],
      ["merit", judged.merit_order_profit_usd],
      ["foresight", judged.foresight_profit_usd],
    ] as const)
      await expect(row(page, words.ways[way].name)).toContainText(usd(profit));

    await file("broken.csv", "hour_start_utc,da_price_usd_mwh\n2025-03-01T00:00:00Z,dear\n");
    await expect(page.getByRole("alert").filter({ hasText: "da_price_usd_mwh" })).toContainText(words.file.keepsLast);
    await expect(answer).toContainText(saved);
    await expectOpenToAll(page);

    // Exactly the week that is picked, and still there after a reload.
    await page.getByLabel(words.window.label, { exact: true }).selectOption("2025-03-03");
    await expect(page).toHaveURL(/window=2025-03-03/);
    await page.reload();
    await expect(answer).toContainText(saved);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: words.charts.everyHour }).click(),
    ]);
    const lines = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
    expect([lines.length, lines[1]?.slice(0, 10), lines.at(-1)?.slice(0, 13)]).toEqual([
      169,
      "2025-03-03",
      "2025-03-09T23",
    ]);
  });
});
