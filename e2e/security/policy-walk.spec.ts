import { expect, test } from "@playwright/test";
import { pagePaths } from "./pages";
import { injected, visit, type Watched, watched } from "./watched-page";
import { newCompany, newPlatformAdmin, type Person, signIn } from "./world";

const owner = async () => (await newCompany()).people.owner;
/** Who reads the pages, and in which languages: words differ, and what a page loads for them. */
const READERS: [who: string, make: () => Promise<Person>, locales: readonly ("en" | "zh")[]][] = [
  ["an owner", owner, ["en", "zh"]],
  ["the platform's administrator", newPlatformAdmin, ["en"]],
];

/** What a browser says by itself of an address that isn't there. */
const isMissingPage = (error: string): boolean => /^Failed to load resource: .* status of 404/.test(error);

for (const [who, make, locales] of READERS) {
  for (const locale of locales) {
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
