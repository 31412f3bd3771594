import { expect, type Page, test } from "@playwright/test";
import { paths } from "@/lib/paths";
import { axe } from "./axe";
import { newCompany } from "./security/world";
import { signInHere } from "./sign-in-here";
import { inOneWidth, wide } from "./widths";

const WORDS = {
  en: {
    notFound: "This page does not exist",
    home: "Go to the start page",
    skip: "Skip to content",
    hero: /A petahash earns/,
    palette: "Search or jump to",
    sheet: "Keyboard shortcuts",
    other: "Switch to Chinese",
    calculate: "Calculate with your machine",
  },
  zh: {
    notFound: "页面不存在",
    home: "返回首页",
    skip: "跳到正文",
    hero: /1 PH\/s 算力每天收入/,
    palette: "搜索或跳转",
    sheet: "键盘快捷键",
    other: "English",
    calculate: "计算我的矿机",
  },
} as const;
const LOCALES = ["en", "zh"] as const;

function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  return errors;
}

/** The shell listens from the moment it has come to life: then the search button names its key. */
const alive = (page: Page) => expect(page.locator("button[aria-keyshortcuts]")).toBeAttached();

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

for (const locale of LOCALES) {
  const words = WORDS[locale];

  test(`${locale}: the landing page stands, without a fault that axe or the console knows`, async ({ page }) => {
    const errors = watchErrors(page);
    await page.goto(paths.home(locale));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.hero);
    expect((await axe(page).analyze()).violations).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(errors).toEqual([]);
  });

  test(`${locale}: an address that no page answers says so and leads out`, inOneWidth(locale), async ({ page }) => {
    const answer = await page.goto(`/${locale}/no/such/page`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.notFound);
    await expect(page).toHaveTitle(new RegExp(words.notFound));
    expect((await axe(page).analyze()).violations).toEqual([]);
    await page.getByRole("link", { name: words.home }).click();
    await expect(page).toHaveURL(paths.home(locale));
  });

  test(`${locale}: nothing is wider than a phone of 320 px`, inOneWidth(locale), async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    for (const path of [paths.home(locale), `/${locale}/no/such/page`]) {
      await page.goto(path);
      expect(await overflow(page), path).toBe(0);
    }
  });

  test(`${locale}: the first Tab offers to skip the menu`, inOneWidth(locale), async ({ page }) => {
    await page.goto(paths.home(locale));
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: words.skip });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page.locator("#content")).toBeFocused();
  });

  test(`${locale}: the palette opens by key, finds a page and goes there`, inOneWidth(locale), async ({ page }) => {
    await page.goto(paths.home(locale));
    await alive(page);
    await page.keyboard.press("Control+k");
    const palette = page.getByRole("dialog", { name: words.palette });
    await expect(palette).toBeVisible();
    expect((await axe(page).analyze()).violations).toEqual([]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(paths.calculator(locale));
    await expect(palette).toBeHidden();
  });

  test(
    `${locale}: without scripts the page still answers, with the time itself in place of an age`,
    inOneWidth(locale),
    async ({ browser }) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(paths.home(locale));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.hero);
      await expect(page.locator("time .while-still").first()).toBeVisible();
      await expect(page.locator("time .while-scripted").first()).toBeHidden();
      await page.getByRole("link", { name: words.calculate }).click();
      await expect(page).toHaveURL(paths.calculator(locale));
      await context.close();
    },
  );
}

test.describe("languages", wide, () => {
  test("the switch keeps page, query and place", async ({ page }) => {
    await page.goto("/en/calculator?electricity_cost=0.07&quantity=12");
    await alive(page);
    await page.getByRole("link", { name: WORDS.en.other }).click();
    await expect(page).toHaveURL("/zh/calculator?electricity_cost=0.07&quantity=12");
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await page.getByRole("link", { name: WORDS.zh.other, exact: true }).click();
    await expect(page).toHaveURL("/en/calculator?electricity_cost=0.07&quantity=12");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });

  test("the root goes by what the browser asks for, then by what was chosen", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ locale: "zh-CN", ...(baseURL ? { baseURL } : {}) });
    const page = await context.newPage();
    await page.goto("/");
    await expect(page).toHaveURL("/zh");
    await alive(page);
    await page.getByRole("link", { name: WORDS.zh.other, exact: true }).click();
    await expect(page).toHaveURL("/en");
    await page.goto("/");
    await expect(page).toHaveURL("/en");
    await context.close();
  });

  test("an unknown language is an unknown page of a known one", async ({ page }) => {
    const answer = await page.goto("/fr/calculator");
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(WORDS.en.notFound);
  });

  test("outside every language both are spoken", async ({ page }) => {
    const answer = await page.goto("/no-such-picture.png");
    expect(answer?.status()).toBe(404);
    for (const locale of LOCALES) await expect(page.getByText(WORDS[locale].notFound)).toBeVisible();
    await page.getByRole("link", { name: WORDS.zh.home }).click();
    await expect(page).toHaveURL("/zh");
  });

  test("Chinese is set in the product's own font, and English loads none of it", async ({ page }) => {
    const fonts: string[] = [];
    page.on("request", (request) => request.resourceType() === "font" && fonts.push(request.url()));
    await page.goto("/en");
    await page.waitForLoadState("networkidle");
    expect(fonts.filter((url) => url.includes("noto"))).toEqual([]);
    await page.goto("/zh");
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(() => document.fonts.check('16px "Noto Sans SC UI"', "算力"))).toBe(true);
  });
});

test.describe("keyboard", wide, () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(paths.home("en"));
    await alive(page);
  });

  test("? shows every shortcut, Esc closes it and gives the focus back", async ({ page }) => {
    const link = page.getByRole("link", { name: WORDS.en.calculate });
    await link.focus();
    await page.keyboard.press("?");
    const sheet = page.getByRole("dialog", { name: WORDS.en.sheet });
    await expect(sheet).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
    await expect(link).toBeFocused();
  });

  test("g and a letter jump to a page", async ({ page }) => {
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await expect(page).toHaveURL(paths.calculator("en"));
    await page.keyboard.press("g");
    await page.keyboard.press("h");
    await expect(page).toHaveURL(paths.home("en"));
  });

  test("/ goes to the search, and keys typed there are only words", async ({ page }) => {
    await page.keyboard.press("/");
    const search = page.getByRole("combobox");
    await expect(search).toBeFocused();
    await page.keyboard.type("gc?");
    await expect(search).toHaveValue("gc?");
    await expect(page).toHaveURL(paths.home("en"));
  });

  test("the palette finds a machine by a part of its name", async ({ page }) => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("combobox")).toBeFocused();
    await page.keyboard.type("s21 200");
    await page.getByRole("option", { name: /Antminer S21 200T/ }).click();
    await expect(page).toHaveURL(/\/en\/calculator\?.*S21/);
  });
});

test(
  "a menu goes by keys: Enter begins at its first line, the arrow up at its last, Esc gives the focus back",
  wide,
  async ({ page }) => {
    await signInHere(page.context(), (await newCompany()).people.owner);
    await page.goto(paths.home("en"));
    await alive(page);
    const opener = page.getByRole("button", { name: "Account" });
    const items = page.getByRole("menuitem");
    for (const [key, at] of [
      ["Enter", 0],
      ["ArrowUp", 2],
      ["ArrowDown", 0],
    ] as const) {
      await opener.press(key);
      await expect(items).toHaveText(["Overview", "Security", "Sign out"]);
      await expect(items.nth(at)).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(items).toHaveCount(0);
      await expect(opener).toBeFocused();
      await expect(opener).toHaveAttribute("aria-expanded", "false");
    }
  },
);

test("a figure is copied exactly", wide, async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(paths.home("en"));
  await alive(page);
  const figure = page.getByRole("heading", { level: 1 }).locator("data");
  await figure.selectText();
  await page.keyboard.press("Control+c");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await figure.getAttribute("value"));
});

test("paper is white, without menus", wide, async ({ page }) => {
  await page.goto(paths.home("en"));
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("contentinfo")).toBeHidden();
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
});

test("a page is fetched ahead when somebody points at its link, not before", wide, async ({ page }) => {
  const ahead: string[] = [];
  page.on("request", (request) => request.url().includes("_rsc=") && ahead.push(new URL(request.url()).pathname));
  await page.goto(paths.home("en"), { waitUntil: "networkidle" });
  expect(ahead).toEqual([]);
  const pricing = page.getByRole("contentinfo").getByRole("link", { name: "Plans" });
  await pricing.hover();
  await expect.poll(() => ahead).toContain(paths.pricing("en"));
});

test("the foot of the page leads to what exists", wide, async ({ page, request }) => {
  await page.goto(paths.home("en"));
  const links = await page.getByRole("contentinfo").getByRole("link").all();
  expect(links.length).toBeGreaterThan(4);
  for (const link of links) {
    const href = (await link.getAttribute("href")) ?? "";
    expect((await request.get(href)).status(), href).toBe(200);
  }
});

test("the style guide is for builders only", wide, async ({ request }) => {
  expect((await request.get("/en/styleguide")).status()).toBe(404);
});

test("every answer carries the headers that a browser needs to be careful", wide, async ({ request }) => {
  const headers = (await request.get(paths.home("en"))).headers();
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["referrer-policy"]).toBe("strict-origin-when-cross-origin");
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["x-powered-by"]).toBeUndefined();
});
