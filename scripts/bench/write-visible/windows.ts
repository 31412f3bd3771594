import { chromium as engine } from "@playwright/test";
import { CHROMIUM_ARGS, chromium } from "@/e2e/browser/chromium";
import { paths } from "@/lib/paths";

/** Figures that a page showed, each with the moment at which it was first painted, in ms of the machine's clock. */
export type Seen = { totals: Map<string, number>; groups: Map<string, number> };

export type OpenWindow = {
  seen(): Promise<Seen>;
  /** Resolves when the page has shown this total, and this quantity in a group. */
  shows(change: { machines: number; quantity: number }): Promise<void>;
};

/** Opens a person's machines in a real browser of its own, which notes what it shows. */
export async function inWindow<T>(url: string, cookie: string, work: (window: OpenWindow) => Promise<T>): Promise<T> {
  const { executablePath, env } = await chromium();
  const browser = await engine.launch({
    args: CHROMIUM_ARGS,
    ...(executablePath
      ? { executablePath, env: { ...process.env, ...env } as Record<string, string> }
      : { channel: "chrome" }),
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.addCookies(
      cookie.split("; ").map((pair) => {
        const [name = "", value = ""] = pair.split(/=(.*)/s);
        return { name, value, url };
      }),
    );
    const page = await context.newPage();
    await page.goto(url + paths.portfolio("en"));
    await page.locator("[data-live=live]").waitFor({ state: "attached" });
    await page.evaluate(note);
    return await work({
      seen: async () => {
        const noted = await page.evaluate(() => window.noted);
        return { totals: new Map(noted.totals), groups: new Map(noted.groups) };
      },
      async shows({ machines, quantity }) {
        await page.waitForFunction(
          ([total, part]) =>
            window.noted.totals.some(([value]) => value === total) &&
            window.noted.groups.some(([value]) => value === part),
          [String(machines), String(quantity)],
        );
      },
    });
  } finally {
    await browser.close();
  }
}

declare global {
  interface Window {
    noted: { totals: [string, number][]; groups: [string, number][] };
  }
}

/** In the page: what its figures say, at the frame that paints them. */
function note(): void {
  window.noted = { totals: [], groups: [] };
  const known = { totals: new Set<string>(), groups: new Set<string>() };
  const parts = { totals: 'section[aria-label="Today"] data', groups: 'section[aria-labelledby="groups"] data' };
  const look = () =>
    requestAnimationFrame(() => {
      const now = Date.now();
      for (const part of ["totals", "groups"] as const)
        for (const figure of document.querySelectorAll<HTMLDataElement>(parts[part])) {
          if (known[part].has(figure.value)) continue;
          known[part].add(figure.value);
          window.noted[part].push([figure.value, now]);
        }
    });
  look();
  const all = { subtree: true, childList: true, characterData: true, attributes: true };
  new MutationObserver(look).observe(document.body, all);
}
