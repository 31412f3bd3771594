import { expect, type Locator, type Page, test } from "@playwright/test";
import { paths } from "@/lib/paths";
import { query } from "@/lib/testing/sql";
import commonEn from "@/messages/en/common.json" with { type: "json" };
import identityEn from "@/messages/en/identity.json" with { type: "json" };
import portfolioEn from "@/messages/en/portfolio.json" with { type: "json" };
import pricingEn from "@/messages/en/pricing.json" with { type: "json" };
import commonZh from "@/messages/zh/common.json" with { type: "json" };
import identityZh from "@/messages/zh/identity.json" with { type: "json" };
import portfolioZh from "@/messages/zh/portfolio.json" with { type: "json" };
import pricingZh from "@/messages/zh/pricing.json" with { type: "json" };
import { axe } from "./axe";
import { type Company, newCompany } from "./security/world";
import { origin } from "./server";
import { signInHere } from "./sign-in-here";
import { inOneWidth, narrow, wide } from "./widths";

const WORDS = {
  en: { ...portfolioEn, common: commonEn, identity: identityEn, pricing: pricingEn },
  zh: { ...portfolioZh, common: commonZh, identity: identityZh, pricing: pricingZh },
} as const;
type Locale = keyof typeof WORDS;

/** Opens the page as somebody of a company that has no machines yet. */
async function opened(page: Page, locale: Locale, role: "operator" | "guest" = "operator"): Promise<Company> {
  const company = await newCompany();
  await signInHere(page.context(), company.people[role]);
  await page.goto(paths.portfolio(locale));
  await expect(page.getByRole("heading", { level: 1, name: WORDS[locale].title })).toBeVisible();
  return company;
}

test("a page at rest draws nothing: no motion goes on for ever", wide, async ({ page }) => {
  await opened(page, "en");
  await expect(page.locator('[data-live="live"]')).toBeAttached();
  const moving = () =>
    page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === "running").length);
  await expect.poll(moving, { timeout: 15_000 }).toBe(0);
});

/** The dialog that is open; a toast calls itself one too, but has no heading. */
const dialogOf = (page: Page): Locator => page.getByRole("dialog").filter({ has: page.getByRole("heading") });

/** The row of one model's machines. */
const rowOf = (page: Page, locale: Locale, model = "Antminer S21 200T"): Locator =>
  page.getByRole("table", { name: WORDS[locale].list.title, exact: true }).getByRole("row").filter({ hasText: model });

/** Chooses a model in the dialog that is open. */
async function choose(page: Page, locale: Locale, model: string): Promise<Locator> {
  const t = WORDS[locale].form;
  const dialog = dialogOf(page);
  await dialog.getByLabel(t.model, { exact: true }).click();
  await page.getByRole("combobox", { name: t.searchModel }).fill(model);
  await page.getByRole("option").first().click();
  return dialog;
}

/** Machines that are added elsewhere, as a program would. */
async function added(page: Page, machines: { quantity: number; site: string; electricity_cost: number }) {
  const data = { miner_model: "Antminer S21 200T", ...machines };
  const answer = await page.request.post("/api/user-miners", { headers: { origin: origin() }, data });
  expect(answer.status(), await answer.text()).toBe(201);
}

/** Somebody else changes the only row of machines. */
async function changeElsewhere(page: Page, data: { quantity: number; label?: string }): Promise<void> {
  const { items } = await (await page.request.get("/api/user-miners")).json();
  const [{ id, version }] = items;
  const headers = { origin: origin(), "if-match": `"${version}"` };
  const answer = await page.request.patch(`/api/user-miners/${id}`, { headers, data });
  expect(answer.status(), await answer.text()).toBe(200);
}

for (const locale of ["en", "zh"] as const) {
  const t = WORDS[locale];

  test(
    `in ${locale} machines are added, changed and retired, and the totals follow`,
    inOneWidth(locale),
    async ({ page }) => {
      await opened(page, locale);
      await expect(page.getByText(t.empty.title)).toBeVisible();
      await page.getByRole("button", { name: t.form.add }).click();
      const form = await choose(page, locale, "s21 200t");
      await form.getByLabel(t.form.quantity, { exact: true }).fill("7");
      await form.getByLabel(t.form.price, { exact: true }).fill("5.5");
      await form.getByLabel(t.form.site, { exact: true }).fill("North hall");
      await form.getByRole("button", { name: t.form.submitAdd }).click();
      await expect(form).toBeHidden();

      const totals = page.getByRole("region", { name: t.totals.title, exact: true });
      const shown = (name: string) =>
        totals
          .locator("div")
          .filter({ has: page.getByText(name, { exact: true }) })
          .last();
      await expect(shown(t.totals.machines)).toContainText("7");
      await expect(shown(t.totals.hashrate)).toContainText("1,400");
      await expect(totals.getByText(t.totals.updating)).toBeHidden();
      const row = rowOf(page, locale);
      await expect(row).toContainText("North hall");
      await expect(row).toContainText("5.5");
      // The row's own figures come with the totals.
      await expect(row.getByText(t.list.waiting)).toBeHidden();

      await row.getByRole("button", { name: t.list.change }).click();
      const change = dialogOf(page);
      await expect(change.getByLabel(t.form.price, { exact: true })).toHaveValue("5.5");
      await change.getByLabel(t.form.quantity, { exact: true }).fill("12");
      await change.getByLabel(t.form.price, { exact: true }).fill("");
      await change.getByRole("button", { name: t.form.submitChange }).click();
      await expect(change).toBeHidden();
      await expect(shown(t.totals.machines)).toContainText("12");
      await expect(row).toContainText(t.list.assumed);

      await row.getByRole("button", { name: t.list.retire }).click();
      const asked = page.getByRole("alertdialog");
      await asked.getByRole("textbox").fill("12");
      await asked.getByRole("button", { name: /12/ }).click();
      await expect(page.getByText(t.empty.title)).toBeVisible();
      await page.getByRole("button", { name: t.restore.undo, exact: true }).click();
      await expect(row).toBeVisible();
      await expect(shown(t.totals.machines)).toContainText("12");
    },
  );

  test(
    `in ${locale} what changes in one window changes sites, chart and losses in another`,
    inOneWidth(locale),
    async ({ page, context }) => {
      await opened(page, locale);
      await added(page, { quantity: 40, site: "North hall", electricity_cost: 0.01 });
      const other = await context.newPage();
      await other.goto(paths.portfolio(locale, { by: "site" }));
      const site = (name: string) =>
        other.getByRole("table", { name: t.groups.bySite, exact: true }).getByRole("row").filter({ hasText: name });
      await expect(site("North hall")).toContainText("40");
      await expect(other.getByText(t.losing.none)).toBeVisible();
      const figure = other.getByRole("figure");
      await expect(figure).toHaveAccessibleName(/\b0\.0\s%/);

      await added(page, { quantity: 60, site: "Old barn", electricity_cost: 2.5 });
      await expect(site("Old barn")).toContainText("60");
      await expect(figure).toHaveAccessibleName(/\b60\.0\s%/);
      await expect(site("Old barn").getByText(/60/).last()).toBeVisible();

      // The rows come after the total: one row would else be the first alone.
      await expect(rowOf(other, locale)).toHaveCount(2);
      await other.getByRole("link", { name: t.losing.show }).click();
      await expect(rowOf(other, locale)).toHaveCount(1);
      await expect(rowOf(other, locale)).toContainText("Old barn");
      await expect(rowOf(other, locale)).toContainText(t.list.loses);
      await site("North hall").getByRole("link").click();
      await expect(rowOf(other, locale).filter({ hasText: "North hall" })).toHaveCount(1);
      await expect(rowOf(other, locale)).toHaveCount(1);
      await other.getByRole("searchbox").fill("nowhere");
      await other.getByRole("link", { name: WORDS[locale].common.states.clearFilters }).click();
      await expect(rowOf(other, locale)).toHaveCount(2);
      expect((await axe(other).analyze()).violations).toEqual([]);
    },
  );

  test(`in ${locale} a full plan says so and leads to larger ones`, inOneWidth(locale), async ({ page }) => {
    const company = await opened(page, locale);
    await query("update tenants set plan = 'free' where id = $1", [company.id]);
    await page.reload();
    await page.getByRole("button", { name: t.form.add }).click();
    await expect(dialogOf(page).getByText(/Free/)).toContainText("10");
    const form = await choose(page, locale, "s21 200t");
    await form.getByLabel(t.form.quantity, { exact: true }).fill("11");
    await form.getByRole("button", { name: t.form.submitAdd }).click();
    await expect(form.getByRole("alert")).toContainText("Free");
    await form.getByRole("link", { name: t.identity.errors.plan_limit_link }).click();
    await expect(page.getByRole("heading", { level: 1, name: t.pricing.title })).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: "Enterprise" })).toContainText(t.pricing.table.noLimit);
  });
}

test("what is wrong with a field stands beside it, and what was typed stays", narrow, async ({ page }) => {
  await opened(page, "en");
  await page.getByRole("button", { name: portfolioEn.form.add }).click();
  const form = dialogOf(page);
  await form.getByLabel(portfolioEn.form.quantity, { exact: true }).fill("many");
  const priced = form.getByLabel(portfolioEn.form.price, { exact: true });
  // Dollars typed as cents are no error, but hardly what is meant.
  await priced.fill("0,095");
  await expect(form.getByText(portfolioEn.form.priceOdd.replace("{price}", "$0.00095"))).toBeVisible();
  await priced.fill("5000");
  await form.getByRole("button", { name: portfolioEn.form.submitAdd }).click();
  const { fields } = identityEn.errors;
  // The range is said in the reader's unit.
  const [price = ""] = fields.electricity_cost.split("{");
  for (const words of [fields.miner_model_id, fields.quantity, price])
    await expect(form.getByText(words)).toBeVisible();
  await expect(form.getByLabel(portfolioEn.form.quantity, { exact: true })).toHaveValue("many");
  // Nor is it lost with Esc, which a hand may hit by accident.
  await page.keyboard.press("Escape");
  await expect(form).toBeHidden();
  await page.getByRole("button", { name: portfolioEn.form.add }).click();
  await expect(form.getByLabel(portfolioEn.form.quantity, { exact: true })).toHaveValue("many");
});

test(
  "a change that somebody else was faster with keeps what was typed and theirs, and can be sent again",
  narrow,
  async ({ page }) => {
    const t = portfolioEn.form;
    await opened(page, "en");
    await page.getByRole("button", { name: t.add }).click();
    const form = await choose(page, "en", "s21 200t");
    await form.getByRole("button", { name: t.submitAdd }).click();
    await expect(form).toBeHidden();
    const row = rowOf(page, "en");
    await row.getByRole("button", { name: portfolioEn.list.change }).click();
    const change = dialogOf(page);
    await change.getByLabel(t.site, { exact: true }).fill("Block A–B");
    await change.getByLabel(t.quantity, { exact: true }).fill("5");

    await changeElsewhere(page, { quantity: 3, label: "Rack 7" });

    await change.getByRole("button", { name: t.submitChange }).click();
    await expect(change.getByRole("alert")).toContainText(identityEn.errors.changed_meanwhile);
    await expect(change.getByRole("listitem")).toHaveText([`${t.quantity}: 1 → 3`, `${t.label}: – → Rack 7`]);
    await expect(change.getByLabel(t.site, { exact: true })).toHaveValue("Block A–B");
    await expect(change.getByLabel(t.quantity, { exact: true })).toHaveValue("5");
    await expect(change.getByLabel(t.label, { exact: true })).toHaveValue("Rack 7");
    await change.getByRole("button", { name: t.submitChange }).click();
    await expect(change).toBeHidden();
    const [saved] = (await (await page.request.get("/api/user-miners")).json()).items;
    expect(saved).toMatchObject({ quantity: 5, label: "Rack 7", site: "Block A–B" });
  },
);

test("machines that somebody else changed are seen again before they are retired", wide, async ({ page }) => {
  const t = portfolioEn;
  await opened(page, "en");
  await page.getByRole("button", { name: t.form.add }).click();
  const form = await choose(page, "en", "s21 200t");
  await form.getByRole("button", { name: t.form.submitAdd }).click();
  await expect(form).toBeHidden();
  const row = rowOf(page, "en");
  await row.getByRole("button", { name: t.list.retire }).click();
  const confirm = page.getByRole("alertdialog").getByRole("button", { name: /^Retire/ });
  await changeElsewhere(page, { quantity: 3 });

  await confirm.click();
  await expect(page.getByText(t.retire.overtaken)).toBeVisible();
  await expect(row.getByRole("cell", { name: "3", exact: true })).toBeVisible();
  await row.getByRole("button", { name: t.list.retire }).click();
  await confirm.click();
  await expect(row).toBeHidden();
});

test("who retires by keys stays in the list when the row goes", wide, async ({ page }) => {
  const t = portfolioEn;
  await opened(page, "en");
  for (const model of ["s21 200t", "m60s 186t"]) {
    await page.getByRole("button", { name: t.form.add }).click();
    const form = await choose(page, "en", model);
    await form.getByRole("button", { name: t.form.submitAdd }).click();
    await expect(form).toBeHidden();
  }
  const retire = page.getByRole("button", { name: t.list.retire });
  await expect(retire).toHaveCount(2);
  await retire.first().press("Enter");
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: /^Retire/ })
    .press("Enter");
  await expect(retire).toHaveCount(1);
  const heading = () =>
    page.evaluate(() => document.activeElement?.closest("section")?.querySelector("h2")?.textContent);
  await expect.poll(heading).toBe(t.list.title);
});

test("a guest looks and adds nothing", wide, async ({ page }) => {
  await opened(page, "en", "guest");
  await expect(page.getByText(portfolioEn.empty.readOnly)).toBeVisible();
  await expect(page.getByRole("button", { name: portfolioEn.form.add })).toBeHidden();
});
