import { expect, type Locator, type Page, test } from "@playwright/test";
import { paths } from "@/lib/paths";
import { xlsxFile } from "@/lib/platform/spreadsheet/xlsx-file";
import { query } from "@/lib/testing/sql";
import batchEn from "@/messages/en/batch.json" with { type: "json" };
import identityEn from "@/messages/en/identity.json" with { type: "json" };
import portfolioEn from "@/messages/en/portfolio.json" with { type: "json" };
import sheetEn from "@/messages/en/sheet.json" with { type: "json" };
import batchZh from "@/messages/zh/batch.json" with { type: "json" };
import layoutZh from "@/messages/zh/layout.json" with { type: "json" };
import sheetZh from "@/messages/zh/sheet.json" with { type: "json" };
import { messyFleet } from "@/scripts/bench/batch/messy-fleet";
import { axe } from "./axe";
import { type Company, newCompany } from "./security/world";
import { signInHere } from "./sign-in-here";
import { narrow, wide } from "./widths";

/** Opens the batch calculator as somebody of a company that has no machines yet. */
async function opened(page: Page, locale: "en" | "zh", role: "operator" | "client" | "guest"): Promise<Company> {
  const company = await newCompany();
  await signInHere(page.context(), company.people[role]);
  await page.goto(paths.batchCalculator(locale));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return company;
}

/** Nothing is in anybody's way, and the page itself never scrolls sideways. */
async function fine(page: Page): Promise<void> {
  expect((await axe(page).analyze()).violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
}

/** A total by its name. */
const total = (page: Page, title: string, name: string): Locator =>
  page
    .getByRole("region", { name: title, exact: true })
    .locator("div")
    .filter({ has: page.getByText(name, { exact: true }) })
    .last();

/** The rows of the table as they stand: the machine or group of each. */
const lines = (page: Page, caption: string): Locator =>
  page.getByRole("table", { name: caption }).getByRole("rowheader");

const file = (name: string, text: string | Buffer) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: Buffer.from(text),
});

/** As somebody keeps it: many spellings, decimal commas, a name that nobody knows, a quantity in words. */
const MESSY = [
  "Rig;Pieces;c/kWh;Hall",
  "antminer s21 200 TH/s;120;5,5;North",
  "S21 Prro;12;5,5;North",
  "蚂蚁矿机 S19 95T;40;9,9;South",
  "M60S 186T;about 30;6,1;South",
  "Whatsminer M60S 186T;80;;South",
].join("\n");

test(
  "a subscriber pastes a messy list, puts it right, looks through it, takes it along and keeps it",
  narrow,
  async ({ page }) => {
    const t = batchEn;
    await opened(page, "en", "client");
    await page.getByLabel(t.send.paste).fill(MESSY);
    await page.getByRole("button", { name: sheetEn.pasteRead }).click();
    await expect(page).toHaveURL(/\/en\/batch\/upload\/[0-9a-f-]{36}$/);
    // "Rig" names no column: the list is shown, and says what it lacks.
    await expect(page.getByRole("alert").filter({ hasText: t.mend.missingTitle })).toBeVisible();
    for (const [column, field] of [
      ["Rig", t.fields.miner_model],
      ["Pieces", t.fields.quantity],
    ] as const)
      await page.getByLabel(t.mend.holds.replace("{column}", column)).selectOption({ label: field });
    const again = () => page.getByRole("button", { name: /^Read again/ });
    await again().click();

    await expect(total(page, t.totals.title, t.totals.machines)).toContainText("240");
    await expect(page.getByText("1 unknown name", { exact: true })).toBeVisible();
    await fine(page);
    const choice = page.getByRole("group", { name: "“S21 Prro”" });
    // What is searched for is what Enter takes.
    await choice.getByRole("button").last().press("Enter");
    await expect(page.getByRole("combobox", { name: t.mend.search })).toBeFocused();
    await page.keyboard.type("s21 pro");
    await expect(page.getByRole("listbox").getByRole("option").first()).toContainText("Antminer S21 Pro");
    await page.keyboard.press("Enter");
    await again().click();
    await expect(total(page, t.totals.title, t.totals.machines)).toContainText("252");
    await expect(page.getByText("1 row has a problem and is left out", { exact: false })).toBeVisible();
    await expect(page.getByText("1 row has no price of power", { exact: false })).toBeVisible();

    // What is wrong stands at its row, by cell; the file of it says the same.
    await page.getByText(`With a problem 1`, { exact: true }).click();
    await expect(lines(page, t.table.caption)).toHaveCount(1);
    await expect(page.getByText("“about 30”", { exact: false })).toBeVisible();
    await fine(page);
    const errors = page.waitForEvent("download");
    await page.getByRole("link", { name: t.result.errors }).click();
    expect((await errors).suggestedFilename()).toMatch(/\.csv$/);
    await page.getByText("All 5", { exact: true }).click();
    const price = page.getByRole("button", { name: t.table.columns.profit });
    await price.click();
    await expect(page).toHaveURL(/sort=-profit/);
    await price.click();
    await expect(lines(page, t.table.caption).first()).toContainText("S19");
    await page.getByLabel(t.table.group).selectOption({ label: t.table.groups.site });
    const south = page.getByRole("button", { name: /South/ });
    await expect(south).toHaveAttribute("aria-expanded", "false");
    await south.focus();
    await page.keyboard.press("Enter");
    await expect(lines(page, t.table.caption)).toHaveCount(5);
    await page.reload();
    await expect(south).toBeVisible();
    await expect(page).toHaveURL(/group=site/);

    for (const [name, ending] of [
      [t.result.xlsx, /\.xlsx$/],
      [t.result.pdf, /\.pdf$/],
    ] as const) {
      const download = page.waitForEvent("download");
      await page.getByRole("link", { name, exact: true }).click();
      expect((await download).suggestedFilename()).toMatch(ending);
    }
    await page.getByRole("button", { name: "Save 252 machines as mine" }).click();
    await expect(page.getByText("252 machines are among yours now.", { exact: false })).toBeVisible();
    await page.getByRole("link", { name: t.keep.open }).click();
    await expect(page.getByRole("heading", { level: 1, name: portfolioEn.title })).toBeVisible();
    await expect(page.getByText(portfolioEn.totals.updating)).toBeHidden();
    await expect(page.getByRole("row", { name: /Antminer S21 Pro .*North/ })).toBeVisible();
  },
);

test(
  "an operator hands in a workbook, goes away in the middle, cancels one, and finds both at their addresses",
  wide,
  async ({ page }) => {
    const t = batchZh;
    await opened(page, "zh", "operator");
    const { table } = messyFleet(2_000);
    const [headings = [], ...rows] = table.slice(1);
    const workbook = await xlsxFile(
      "Fleet",
      headings.map((header, at) => ({ header, value: (cells: string[]) => cells[at] ?? null })),
      rows,
    );
    const choose = page.getByLabel(sheetZh.choose);
    await choose.setInputFiles(file("矿机.xlsx", Buffer.from(workbook)));
    await expect(page).toHaveURL(/\/zh\/batch\/upload\//);
    await expect(page.getByRole("link", { name: layoutZh.pages.batch }).first()).toHaveAttribute(
      "aria-current",
      "true",
    );
    await page.reload();
    await expect(total(page, t.totals.title, t.totals.profit)).toContainText("$");
    await expect(page.getByRole("table", { name: t.table.caption })).toBeVisible();
    await fine(page);
    const done = page.url();

    // One that never comes to its turn: its worker is told not to.
    await page.goto(paths.batchCalculator("zh"));
    const held = page.waitForURL(/\/zh\/batch\/upload\//);
    await choose.setInputFiles(file("two.csv", "Model,Quantity\nS21 200T,2"));
    await held;
    const id = page.url().split("/").at(-1) ?? "";
    // Only once its worker is done with it: one that is still at it would end it.
    await expect(total(page, t.totals.title, t.totals.machines)).toContainText("2");
    await query(
      "update long_work set state = 'queued', finished_at = null, done = null, total = null, may_cancel = true where id = $1",
      [id],
    );
    await query("delete from fleet_results where file_id = $1", [id]);
    await page.reload();
    await expect(page.getByRole("progressbar")).toBeVisible();
    await page.getByRole("button", { name: t.work.cancel, exact: true }).click();
    await expect(page.getByText(t.undone.cancelled.title, { exact: true })).toBeVisible();
    await page.getByRole("button", { name: t.undone.again }).click();
    await expect(total(page, t.totals.title, t.totals.machines)).toContainText("2");

    await page.goto(done);
    await expect(page.getByRole("heading", { level: 1, name: "矿机.xlsx" })).toBeVisible();
    await expect(page.getByRole("table", { name: t.table.caption })).toHaveAttribute("aria-rowcount", "2001");
    // Their last lists lead back too.
    await page.getByRole("link", { name: t.list.another }).click();
    await expect(page.getByRole("link", { name: "矿机.xlsx" })).toBeVisible();
    await fine(page);
  },
);

test("ten thousand rows scroll to the last under the keys, sorted and grouped", wide, async ({ page }) => {
  const t = batchEn;
  await opened(page, "en", "operator");
  const { text, wrong } = messyFleet(9_998);
  await page.getByLabel(sheetEn.choose).setInputFiles(file("fleet.csv", text));
  await expect(page.getByText(`With a problem ${wrong}`, { exact: true })).toBeVisible({ timeout: 30_000 });
  const tableOf = page.getByRole("table", { name: t.table.caption });
  await expect(tableOf).toHaveAttribute("aria-rowcount", "9999");
  expect(await tableOf.getByRole("row").count()).toBeLessThan(100);
  await page.getByRole("region", { name: t.table.caption }).focus();
  await page.keyboard.press("End");
  await expect(lines(page, t.table.caption).last()).toContainText("10000");
  await expect(tableOf.locator("tr[aria-rowindex='9999']")).toBeVisible();
  await page.getByRole("button", { name: t.table.columns.quantity }).click();
  await expect(tableOf.locator("tr[aria-rowindex='2']")).toContainText("20");
  await page.getByLabel(t.table.group).selectOption({ label: t.table.groups.model });
  await expect(page.getByRole("button", { expanded: false }).first()).toBeVisible();
});

test("what can't be read, and what a plan has no room for, is said with what to do", narrow, async ({ page }) => {
  const t = batchEn;
  const company = await opened(page, "en", "operator");
  const choose = page.getByLabel(sheetEn.choose);
  for (const [name, content, words] of [
    ["fleet.pdf", "%PDF-1.7", t.faults.other_kind],
    ["fleet.xls", "Model", t.faults.other_kind],
    ["fleet.xlsx", "Model", t.faults.damaged],
    ["large.csv", "x".repeat((10 << 20) + 1), t.faults.large_file],
  ] as const) {
    await choose.setInputFiles(file(name, content));
    await expect(page.getByRole("alert").filter({ hasText: words })).toBeVisible();
  }
  // What only the worker can see stands on the list's page.
  await choose.setInputFiles(file("long.csv", `Model\n${"S21 200T\n".repeat(10_001)}`));
  await expect(page.getByText(t.faults.many_rows)).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: t.undone.another }).last().click();

  // A column that nobody recognised may hold the price that is assumed; dollars read as cents are hardly meant.
  await page.getByLabel(t.send.paste).fill("Model\tTariff 2026\nS21 200T\t8.5");
  await page.getByRole("button", { name: sheetEn.pasteRead }).click();
  await expect(page.getByText("“Tariff 2026”", { exact: false })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: t.list.another }).click();
  await page.getByLabel(t.send.paste).fill("Model\tPrice ct/kWh\nS21 200T\t0.058");
  await page.getByRole("button", { name: sheetEn.pasteRead }).click();
  await expect(page.getByText("1 row costs less than $0.005 a kWh", { exact: false }).first()).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: t.list.another }).click();

  await query("update tenants set plan = 'free' where id = $1", [company.id]);
  await page.getByLabel(t.send.paste).fill("Model\tQuantity\nS21 200T\t11");
  await page.getByRole("button", { name: sheetEn.pasteRead }).click();
  await page.getByRole("button", { name: "Save 11 machines as mine" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Free" })).toBeVisible();
  await page.getByRole("link", { name: identityEn.errors.plan_limit_link }).click();
  await expect(page).toHaveURL(/\/en\/pricing/);
});

test("a guest hands nothing in", wide, async ({ page }) => {
  await opened(page, "en", "guest");
  await expect(page.getByText(batchEn.readOnly.title)).toBeVisible();
  await expect(page.getByRole("button", { name: sheetEn.choose })).toBeHidden();
});
