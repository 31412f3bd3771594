import { expect, test } from "@playwright/test";
import { closedPaths, pagePaths } from "./pages";
import { injected, visit, type Watched, watched } from "./watched-page";
import { newCompany, newPlatformAdmin, type Person, signIn } from "./world";

const owner = async () => (await newCompany()).people.owner;
/** The journey through the back office looks at these pages for the same, in Chinese too. */
const closedInChinese = closedPaths("zh");
/**
 * Who reads which pages: words differ by language, and what a page loads for them. The platform's administrator sees
 * other things than an owner on the pages of administrators alone.
 */
const READERS: [who: string, make: () => Promise<Person>, locale: string, paths: string[]][] = [
  ["an owner", owner, "en", pagePaths("en")],
  ["an owner", owner, "zh", pagePaths("zh").filter((path) => !closedInChinese.includes(path))],
  ["the platform's administrator", newPlatformAdmin, "en", closedPaths("en").filter((path) => /\/admin\//.test(path))],
];

/** What a browser says by itself of an address that isn't there. */
const isMissingPage = (error: string): boolean => /^Failed to load resource: .* status of 404/.test(error);

for (const [who, make, locale, paths] of READERS) {
  test.describe(`S8 headers › ${who} in Chromium, ${locale}`, () => {
    let window: Watched;
    test.beforeAll(async ({ browser }) => {
      window = await watched(browser, await signIn(await make()));
    });
    test.afterAll(() => window.context.close());

    for (const path of [...paths, "/no-such-picture.png"])
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
