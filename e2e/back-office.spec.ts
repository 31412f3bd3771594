import { expect, test } from "@playwright/test";
import { demoLogin } from "./accounts";
import { axe } from "./axe";
import { closedPaths } from "./security/pages";
import { injected, noteSeen, watchOver } from "./security/watched-page";
import { origin } from "./server";
import { inOneWidth } from "./widths";

// Every page that asks for a session, as the demo's owner sees it.
for (const path of [...closedPaths("en"), ...closedPaths("zh")]) {
  const tag = inOneWidth(path.startsWith("/zh/") ? "zh" : "en");
  test(
    `${path} stands: nothing that axe, the console or its policy knows, nothing wider than the window`,
    tag,
    async ({ page }) => {
      const { email, password } = demoLogin("owner");
      const opened = await page.request.post("/api/auth/login", {
        data: { email, password },
        headers: { origin: origin() },
      });
      expect(opened.status()).toBe(200);
      const watch = await watchOver(page);
      const answer = await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      // What was still to come has come: axe would else judge a page in its making.
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
      expect((await axe(page).analyze()).violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      await noteSeen(page, watch);
      // Of a thing that isn't there the console says just that.
      const errors = watch.errors.filter((words) => answer?.status() !== 404 || !words.includes("status of 404"));
      expect({ violations: watch.violations, errors }).toEqual({ violations: [], errors: [] });
      expect(await injected(page)).toEqual([]);
    },
  );
}
