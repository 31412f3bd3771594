import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { paths } from "@/lib/paths";
import commonEn from "@/messages/en/common.json" with { type: "json" };
import marketEn from "@/messages/en/indicators.json" with { type: "json" };
import commonZh from "@/messages/zh/common.json" with { type: "json" };
import marketZh from "@/messages/zh/indicators.json" with { type: "json" };
import { newCompany } from "./security/world";
import { signInHere } from "./sign-in-here";
import { inOneWidth } from "./widths";

const WORDS = { en: { ...marketEn, common: commonEn }, zh: { ...marketZh, common: commonZh } } as const;

async function opened(page: Page, locale: "en" | "zh", query = {}): Promise<void> {
  const { people } = await newCompany();
  await signInHere(page.context(), people.operator);
  await page.goto(paths.analytics(locale, query));
}

for (const locale of ["en", "zh"] as const) {
  const t = WORDS[locale];

  test(
    `in ${locale} the market's charts show one stretch, under one crosshair`,
    inOneWidth(locale),
    async ({ page }) => {
      await opened(page, locale);
      const answer = await page.request.get("/api/technical-indicators?series=hashprice&timeframe=1y");
      const { latest, points } = await answer.json();
      const readings = page.getByRole("region", { name: t.readings.title });
      await expect(readings.locator("data").first()).toHaveAttribute("value", String(latest.close));

      // The charts are drawn as they come near; the pointer on one is the day on all that are.
      const price = page.getByRole("region", { name: t.series.hashprice, exact: true });
      const momentum = page.getByRole("region", { name: "RSI 14", exact: true });
      await momentum.scrollIntoViewIfNeeded();
      const plot = price.locator("svg.recharts-surface").first();
      await expect(momentum.locator("svg.recharts-surface").first()).toBeVisible();
      await plot.hover({ position: { x: 150, y: 120 } });
      const day = price.locator(".recharts-tooltip-wrapper .text-muted").first();
      await expect(day).toBeVisible();
      await expect(momentum.locator(".recharts-tooltip-wrapper .text-muted").first()).toHaveText(
        (await day.textContent()) ?? "",
      );

      // One series alone, and all of them again.
      const lines = price.locator("path.recharts-line-curve");
      await expect(lines).toHaveCount(2);
      const own = price.getByRole("button", { name: t.series.hashprice, exact: true });
      await own.click();
      await expect(lines).toHaveCount(1);
      await own.click();
      await expect(lines).toHaveCount(2);

      // The exact stretch that is asked for, in the table and in the file.
      const [from, to] = [points.at(-40).date, points.at(-11).date];
      await page.getByText(t.range.own, { exact: true }).click();
      await page.getByLabel(t.range.from, { exact: true }).fill(from);
      await page.getByLabel(t.range.to, { exact: true }).fill(to);
      await page.getByRole("button", { name: t.range.show }).click();
      await expect(page).toHaveURL(new RegExp(`from=${from}&to=${to}`));
      await price.getByRole("button", { name: t.common.actions.table }).click();
      await expect(price.getByRole("row")).toHaveCount(31);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        price.getByRole("button", { name: t.common.actions.csv }).click(),
      ]);
      const lines30 = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
      expect(lines30).toHaveLength(31);
      expect([lines30[1]?.slice(0, 10), lines30[30]?.slice(0, 10)]).toEqual([from, to]);
      expect(lines30[30]?.split(",")[1]).toBe(String(points.at(-11).close));
    },
  );
}

test("a stretch of which nothing is known says what is", inOneWidth("en"), async ({ page }) => {
  await opened(page, "en", { from: "2010-01-01", to: "2010-02-01" });
  await expect(page.getByText(marketEn.outside.title)).toBeVisible();
  await page.getByRole("link", { name: marketEn.outside.all }).click();
  await expect(page.getByRole("region", { name: marketEn.readings.title })).toBeVisible();
});
