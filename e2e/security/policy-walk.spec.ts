import { expect, test } from "@playwright/test";
import { pagePaths } from "./pages";
import { injected, visit, type Watched, watched } from "./watched-page";
import { newCompany, newPlatformAdmin, type Person, signIn } from "./world";

const WHO: Record<string, () => Promise<Person>> = {
  "an owner": async () => (await newCompany()).people.owner,
  "the platform's administrator": newPlatformAdmin,
};

/** What a browser says by itself of an address that isn't there. */
const isMissingPage = (error: string): boolean => /^Failed to load resource: .* status of 404/.test(error);

for (const [who, make] of Object.entries(WHO)) {
  for (const locale of ["en", "zh"] as const) {
    test.describe(`S8 headers › ${who} in Chromium, ${locale}`, () => {
      let window: Watched;
      test.beforeAll(async ({ browser }) => {
        window = await watched(browser, await signIn(await make()));
      });
      test.afterAll(() => window.context.close());

      for (const path of [...pagePaths(locale), "/no-such-picture.png"])
        test(`${path}: the policy stops nothing, the console is quiet`, async () => {
          const { watch, page } = window;
          watch.violations.length = 0;
          watch.errors.length = 0;
          const { status } = await visit(window, path);
          expect(watch.violations).toEqual([]);
          expect(watch.errors.filter((error) => !(status === 404 && isMissingPage(error)))).toEqual([]);
          expect(await injected(page)).toEqual([]);
        });
    });
  }
}
