import { readFile } from "node:fs/promises";
import { type Download, expect, type Page, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { pdfText } from "@/lib/testing/pdf-text";
import { axe } from "./axe";
import { inOneWidth } from "./widths";

const WORDS = {
  en: {
    title: "The formulas, worked with today's figures",
    open: "Open this example in the calculator",
    profit: "Profit a day",
    check: "Worked figures to check by hand",
    earns: /^Earns \$[\d,.]+ a day|^Loses \$[\d,.]+ a day/,
    revenue: "Revenue (USD)",
  },
  zh: {
    title: "用今天的数据演算每一条公式",
    open: "在计算器中打开这个例子",
    profit: "每日利润",
    check: "可手工核对的数字",
    earns: /^每天[赚亏] \$[\d,.]+/,
    revenue: "收入（USD）",
  },
} as const;

function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  return errors;
}

const main = (page: Page) => page.getByRole("main");
const bytesOf = async (download: Download) => readFile(await download.path());

for (const locale of ["en", "zh"] as const) {
  const words = WORDS[locale];
  test.describe(`the formulas in ${locale}`, inOneWidth(locale), () => {
    test("work out what the calculator answers for the same machine", async ({ page }) => {
      const errors = watchErrors(page);
      await page.goto(`/${locale}/calculator/formulas`);
      await expect(page).toHaveTitle(new RegExp(words.title));
      const profit = main(page).locator("dt", { hasText: words.profit }).locator("xpath=following-sibling::dd[1]");
      const amount = Number(/\$([\d.]+)$/.exec(await profit.innerText())?.[1]);
      await page.getByRole("link", { name: words.open }).click();
      await expect(page).toHaveURL(/\/calculator\?quantity=1$/);
      await expect(page.getByRole("heading", { level: 1 })).toContainText(`$${amount.toFixed(2)}`);
      expect(errors).toEqual([]);
    });

    test("are set as formulas, with a value and an origin for each", async ({ page }) => {
      await page.goto(`/${locale}/calculator/formulas`);
      expect(await page.locator("main math").count()).toBeGreaterThan(30);
      expect(await page.locator("main math mfrac").count()).toBeGreaterThan(15);
      await expect(main(page)).not.toContainText(/NaN|undefined|Infinity|\bnull\b/);
      const sections = main(page).getByRole("region");
      expect(await sections.locator("[data-state]").count()).toBeGreaterThan(10);
      const check = page.getByRole("region", { name: words.check });
      for (const figure of ["51.0960817337", "48.5412776470", "115.574471", "9.22866771", "4.33986771"]) {
        await expect(check).toContainText(figure);
      }
    });

    test("fit every screen and have no fault that axe knows", async ({ page }) => {
      for (const width of [320, 390, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`/${locale}/calculator/formulas`);
        const widest = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(widest, `${width} px`).toBeLessThanOrEqual(width);
      }
      const { violations } = await axe(page).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });

    test.describe("without a script", () => {
      test.use({ javaScriptEnabled: false });
      test("the calculation can be kept as a file with the figures of the page", async ({ page }) => {
        await page.goto(`/${locale}/calculator?quantity=3&electricity_cost=5`);
        const sentence = await page.getByRole("heading", { level: 1 }).innerText();
        expect(sentence).toMatch(words.earns);
        const keep = async (name: string) => {
          const started = page.waitForEvent("download");
          await page.getByRole("link", { name, exact: true }).first().click();
          return started;
        };
        const pdf = await keep("PDF");
        expect(pdf.suggestedFilename()).toMatch(/^hashinsight-antminer-s21-200t-\d{4}-\d\d-\d\d\.pdf$/);
        const printed = pdfText(await bytesOf(pdf));
        expect(printed.text).toContain(sentence.replace(/\s/g, ""));
        expect(printed.missing).toBe(0);
        const rows: Record<string, string>[] = parse(await bytesOf(await keep("CSV")), { bom: true, columns: true });
        expect(rows).toHaveLength(36);
        expect(Number(rows[0]?.[words.revenue])).toBeGreaterThan(0);
        const workbook = await bytesOf(await keep("Excel"));
        expect(workbook.toString("latin1", 0, 2)).toBe("PK");
      });
    });
  });
}
