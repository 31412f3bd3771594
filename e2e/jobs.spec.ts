import { expect, test } from "@playwright/test";
import { paths } from "@/lib/paths";
import en from "@/messages/en/admin.json" with { type: "json" };
import commonEn from "@/messages/en/common.json" with { type: "json" };
import zh from "@/messages/zh/admin.json" with { type: "json" };
import commonZh from "@/messages/zh/common.json" with { type: "json" };
import { demoLogin } from "./accounts";
import { axe } from "./axe";
import { origin } from "./server";
import { inOneWidth } from "./widths";

const WORDS = {
  en: { ...en.system, close: commonEn.actions.close },
  zh: { ...zh.system, close: commonZh.actions.close },
} as const;
const JOB = "market.snapshots.thin";

for (const locale of ["en", "zh"] as const) {
  test(
    `a platform administrator runs a job now and sees what came of it, in ${locale}`,
    inOneWidth(locale),
    async ({ page }) => {
      const { jobs: t, jobNames, said, close } = WORDS[locale];
      const name = jobNames.market_snapshots_thin;
      const { email, password } = demoLogin("platform_admin");
      await page.request.post("/api/auth/login", { data: { email, password }, headers: { origin: origin() } });
      await page.goto(paths.systemJobs(locale, { job: JOB }));

      await page.getByRole("button", { name: t.runNow.of.replace("{name}", name) }).click();
      await page.getByRole("alertdialog").getByRole("button", { name: t.runNow.confirm }).click();
      // What says that it was asked for can be closed, also by who hears the page.
      await expect(page.getByRole("button", { name: close, exact: true })).toBeVisible();
      const newest = page
        .getByRole("table", { name: t.runs.title.replace("{name}", name) })
        .getByRole("row")
        .nth(1);
      await expect(newest).toContainText(t.runs.kinds.manual.replace("{by}", email));
      // Without a reload: the page looks again until the worker is done.
      await expect(newest).toContainText(t.runs.states.done, { timeout: 15_000 });
      await expect(newest).toContainText(said.fields.snapshots);

      expect((await axe(page).analyze()).violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    },
  );
}
