import { expect, type Page, test } from "@playwright/test";
import { inLocale } from "@/lib/paths";
import { axe } from "./axe";
import { inOneWidth } from "./widths";

const WORDS = {
  en: {
    machines: "Machines",
    machine: "Machine",
    power: "Price of power",
    unit: "Unit of the price of power",
    search: "Search by name, such as S21 or M60",
    compare: "Compare with another machine",
    share: "Share",
    link: "Link",
    advanced: "Advanced",
    market: "Market",
    price: "BTC price",
    notANumber: "This is no number. Write it like 6.5.",
    tooBig: "At most 100.",
    uptime: "Uptime",
    useLive: "Use live data",
    futures: /middle eight of ten futures/,
    manual: "set by hand",
    calculate: "Calculate",
  },
  zh: {
    machines: "台数",
    machine: "矿机",
    power: "电价",
    unit: "电价单位",
    search: "按名称搜索，如 S21 或 M60",
    compare: "与另一台矿机比较",
    share: "分享",
    link: "链接",
    advanced: "高级",
    market: "行情",
    price: "币价",
    notANumber: "这不是数字，请写成 6.5 这样。",
    tooBig: "最大为 100。",
    uptime: "在线率",
    useLive: "使用实时数据",
    futures: /种情景的中间八成/,
    manual: "手动",
    calculate: "计算",
  },
} as const;

/** A market at which every figure is known: the second row of the worked figures. */
const PINNED = "s=95000~125000000000000~900~930000~312500000~5000000~~1780000000";

function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  return errors;
}

/** Choosing in a list needs the scripts; typing doesn't. */
const ready = (page: Page) => expect(page.locator("input[type=hidden][name=miner_model]")).toBeAttached();
const answer = (page: Page) => page.getByRole("heading", { level: 1 });
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

for (const locale of ["en", "zh"] as const) {
  const words = WORDS[locale];
  test.describe(`the calculator in ${locale}`, () => {
    test(
      "answers before any typing, and every change at once without a request",
      inOneWidth(locale),
      async ({ page }) => {
        const errors = watchErrors(page);
        await page.goto(`/${locale}/calculator?${PINNED}`);
        await expect(answer(page)).toContainText(/\$\d/);
        await expect(page.getByText(words.futures)).toBeVisible();
        await ready(page);
        const asked: string[] = [];
        // Next fetches pages ahead that are linked in view; that is no answer to a key press.
        page.on(
          "request",
          (request) => !/\/_next\/|\/fonts\/|[?&]_rsc=/.test(request.url()) && asked.push(request.url()),
        );
        await field(page, words.machines).fill("1");
        await page.getByRole("button", { name: words.machine, exact: true }).click();
        await page.getByPlaceholder(words.search).fill("s21 200");
        await page.getByRole("option", { name: /S21 200T/ }).click();
        await page.getByText(words.advanced, { exact: true }).click();
        await field(page, words.power).fill("6");
        // 200 TH/s and 3,550 W: revenue as worked, $9.22866771, less 3.55 kW for 24 h at 97 % and 6 ¢.
        await expect(answer(page)).toContainText("$4.27");
        // The worker has answered too, under the policy that its script came with.
        await expect(page.getByText(words.futures)).toBeVisible();
        await expect(page).toHaveURL(/quantity=1/);
        expect(asked).toEqual([]);
        expect(errors).toEqual([]);
      },
    );

    test("takes over what was typed before the scripts arrived", inOneWidth(locale), async ({ page }) => {
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route("**/_next/static/**/*.js", async (route) => {
        await held;
        await route.continue();
      });
      await page.goto(`/${locale}/calculator?${PINNED}`, { waitUntil: "commit" });
      await field(page, words.machines).fill("1");
      release();
      await ready(page);
      await expect(field(page, words.machines)).toHaveValue("1");
      await expect(page).toHaveURL(/quantity=1(&|$)/);
    });

    test("names a bad field, keeps the last good answer, and recovers", inOneWidth(locale), async ({ page }) => {
      await page.goto(`/${locale}/calculator?${PINNED}`);
      const before = await answer(page).innerText();
      await field(page, words.power).fill("six");
      await expect(page.getByText(words.notANumber)).toBeVisible();
      await expect(answer(page)).toHaveText(before);
      await field(page, words.power).fill("6,5");
      await expect(page.getByText(words.notANumber)).toBeHidden();
      await expect(answer(page)).not.toHaveText(before);
      await field(page, words.uptime).fill("101");
      await expect(page.getByText(words.tooBig)).toBeVisible();
    });

    test("keeps the meaning of the price when its unit is switched", inOneWidth(locale), async ({ page }) => {
      await page.goto(`/${locale}/calculator?${PINNED}`);
      const before = await answer(page).innerText();
      await ready(page);
      await page.getByRole("combobox", { name: words.unit }).selectOption("dollars");
      await expect(field(page, words.power)).toHaveValue("0.06");
      await expect(answer(page)).toHaveText(before);
    });

    test(
      "gives a link that shows the same figures, and a way back to live ones",
      inOneWidth(locale),
      async ({ page }) => {
        await page.goto(`/${locale}/calculator?quantity=7&electricity_cost=4.5`);
        const before = await answer(page).innerText();
        await page.getByRole("button", { name: words.share, exact: true }).click();
        const link = await page.getByRole("textbox", { name: words.link }).inputValue();
        await page.goto(link);
        await expect(answer(page)).toHaveText(before);
        await page.getByRole("button", { name: words.useLive }).click();
        await expect(page.getByRole("button", { name: words.useLive })).toBeHidden();
        await expect(page).not.toHaveURL(/[?&]s=/);
      },
    );

    test(
      "sets another machine beside the first and keeps both in the address",
      inOneWidth(locale),
      async ({ page }) => {
        await page.goto(`/${locale}/calculator?${PINNED}`);
        await page.getByRole("button", { name: words.compare }).click();
        await page.getByRole("button", { name: words.machine, exact: true }).click();
        await page.getByPlaceholder(words.search).fill("s19 xp 140");
        await page
          .getByRole("option", { name: /S19 XP 140T/ })
          .first()
          .click();
        await expect(page).toHaveURL(/with=.*S19/);
        await page.reload();
        await expect(page.getByRole("button", { name: /^A · .*S21 200T/ }).first()).toBeVisible();
        await expect(page.getByRole("button", { name: /^B · .*S19 XP 140T/ }).first()).toBeVisible();
      },
    );

    test(
      "marks a figure set by hand, and brings the live one back when it is emptied",
      inOneWidth(locale),
      async ({ page }) => {
        await page.goto(`/${locale}/calculator`);
        await page.getByText(words.market, { exact: true }).last().click();
        await field(page, words.price).fill("120000");
        await expect(page.getByRole("definition").getByText("$120,000", { exact: true }).first()).toBeVisible();
        await expect(page.locator("dl [data-state=manual]")).toBeVisible();
        await field(page, words.price).fill("");
        await expect(page.locator("dl [data-state=manual]")).toBeHidden();
      },
    );

    test(
      "has no fault that axe knows, also with everything open and with a bad field",
      inOneWidth(locale),
      async ({ page }) => {
        await page.goto(`/${locale}/calculator?${PINNED}`);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll("details")) details.open = true;
        });
        await field(page, words.power).fill("six");
        const { violations } = await axe(page).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      },
    );

    test("keeps page and inputs when the language is switched", inOneWidth(locale), async ({ page }) => {
      await page.goto(`/${locale}/calculator?quantity=42`);
      const other = locale === "en" ? "zh" : "en";
      await page.goto(`${inLocale(`/${locale}/calculator`, other)}?quantity=42`);
      await expect(field(page, WORDS[other].machines)).toHaveValue("42");
    });

    test("never needs to be scrolled sideways", inOneWidth(locale), async ({ page }) => {
      for (const width of [320, 360, 768, 1024]) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`/${locale}/calculator?quantity=1000000&${PINNED}`);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBeLessThanOrEqual(
          width,
        );
      }
    });

    test.describe("without a script", () => {
      test.use({ javaScriptEnabled: false });
      test("the form still answers", inOneWidth(locale), async ({ page }) => {
        await page.goto(`/${locale}/calculator?${PINNED}`);
        await field(page, words.machines).fill("3");
        await field(page, words.power).fill("5");
        await page.getByRole("button", { name: words.calculate }).click();
        await expect(page).toHaveURL(/quantity=3/);
        await expect(page).toHaveURL(/electricity_cost=5/);
        await expect(answer(page)).toContainText("$");
        await expect(field(page, words.machines)).toHaveValue("3");
      });
    });
  });
}
