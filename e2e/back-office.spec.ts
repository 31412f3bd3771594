import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { demoLogin } from "./accounts";
import { closedPaths } from "./security/pages";
import { noteSeen, watchOver } from "./security/watched-page";
import { origin } from "./server";

// Every page that asks for a session, as the demo's owner sees it. One language a window: each is looked at once.
const LOCALE = { desktop: "zh", phone: "en" } as const;
const isListed = (name: string): name is keyof typeof LOCALE => name in LOCALE;

for (const path of closedPaths("en")) {
  test(`${path.slice(3)} stands: nothing that axe, the console or its policy knows, nothing wider than the window`, async ({
    page,
  }, { project }) => {
    if (!isListed(project.name)) throw new Error(`Which language is ${project.name} read in?`);
    const { email, password } = demoLogin("owner");
    const opened = await page.request.post("/api/auth/login", {
      data: { email, password },
      headers: { origin: origin() },
    });
    expect(opened.status()).toBe(200);
    const watch = await watchOver(page);
    await page.goto(path.replace(/^\/en/, `/${LOCALE[project.name]}`));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    // What was still to come has come: axe would else judge a page in its making.
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    await noteSeen(page, watch);
    expect({ violations: watch.violations, errors: watch.errors }).toEqual({ violations: [], errors: [] });
  });
}
