import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { paths } from "@/lib/paths";
import { query } from "@/lib/testing/sql";
import layoutEn from "@/messages/en/layout.json" with { type: "json" };
import portfolioEn from "@/messages/en/portfolio.json" with { type: "json" };
import layoutZh from "@/messages/zh/layout.json" with { type: "json" };
import portfolioZh from "@/messages/zh/portfolio.json" with { type: "json" };
import { addMachines } from "./add-machines";
import { axe } from "./axe";
import { openStream, type Stream } from "./live-stream";
import { newCompany, type Person, type Session } from "./security/world";
import { signInHere } from "./sign-in-here";
import { inOneWidth } from "./widths";

const WORDS = { en: { ...layoutEn, portfolio: portfolioEn }, zh: { ...layoutZh, portfolio: portfolioZh } } as const;
type Locale = keyof typeof WORDS;
const LIVE = "**/api/live";

type Reader = { person: Person; session: Session; windows: [Page, Page]; streams: Page[] };

/** A person with machines of their own to come, signed in in this browser. */
async function reader(context: BrowserContext): Promise<Pick<Reader, "person" | "session">> {
  const company = await newCompany();
  const person = company.people.operator;
  const session = await signInHere(context, person);
  return { person, session };
}

/** Two windows of one browser on the same person's machines, both live; `streams` has each page that opened a stream. */
async function twoWindows(context: BrowserContext, locale: Locale): Promise<Reader> {
  const { person, session } = await reader(context);
  const streams: Page[] = [];
  const windows: [Page, Page] = [await context.newPage(), await context.newPage()];
  for (const page of windows) {
    page.on("request", (request) => {
      if (request.url().endsWith("/api/live")) streams.push(page);
    });
    await page.goto(paths.portfolio(locale));
    await live(page);
  }
  return { person, session, windows, streams };
}

const live = (page: Page) => expect(page.locator("[data-live=live]")).toBeAttached({ timeout: 15_000 });

const machinesOf = (page: Page, locale: Locale) => {
  const t = WORDS[locale].portfolio.totals;
  return page
    .getByRole("region", { name: t.title, exact: true })
    .locator("div")
    .filter({ has: page.getByText(t.machines, { exact: true }) })
    .last();
};

/** The rows of machines, and the one above them that names the columns. */
const rowsOf = (page: Page, locale: Locale) =>
  page.getByRole("table", { name: WORDS[locale].portfolio.list.title, exact: true }).getByRole("row");

for (const locale of ["en", "zh"] as const)
  test.describe(`live in ${locale}`, inOneWidth(locale), () => {
    test("what is written shows in every window, over one connection, which outlives the window that has it", async ({
      context,
    }) => {
      const { session, windows, streams } = await twoWindows(context, locale);
      expect(streams.length).toBe(1);
      await addMachines(session, 7);
      for (const page of windows) {
        await expect(machinesOf(page, locale)).toContainText("7");
        // The rows come with the totals.
        await expect(rowsOf(page, locale)).toHaveCount(2);
      }
      const [leader] = streams;
      const follower = windows.find((page) => page !== leader);
      if (!leader || !follower) throw new Error("one of two windows has the connection");
      await leader.close();
      await expect.poll(() => streams.length).toBe(2);
      expect(streams[1]).toBe(follower);
      await addMachines(session, 5);
      await expect(machinesOf(follower, locale)).toContainText("12");
      expect(streams.length).toBe(2);
    });

    test("a lost connection shows since when, in words, and heals by itself with what was missed", async ({
      context,
    }) => {
      const t = WORDS[locale].live;
      const { person, session, windows } = await twoWindows(context, locale);
      await addMachines(session, 4);
      for (const page of windows) await expect(machinesOf(page, locale)).toContainText("4");
      await context.route(LIVE, (route) => route.abort());
      // Another role is another stream: the server ends this one.
      await query("update user_access set role = 'mining_site_owner' where user_id = $1", [person.userId]);
      await query("select pg_notify('hashinsight_sessions', '')");
      const [before = "", after = ""] = t.lost.reconnecting.split("{time}");
      for (const page of windows) {
        const words = page.getByRole("status").filter({ hasText: after });
        await expect(words).toHaveText(new RegExp(`^${before}\\d\\d:\\d\\d UTC${after}$`));
        await expect(page.locator("[data-live=reconnecting]")).toHaveText(t.mark.reconnecting);
        expect((await axe(page).include("header").analyze()).violations).toEqual([]);
        // What may be old doesn't look current.
        await expect(machinesOf(page, locale).locator("data")).toHaveCSS("opacity", "0.6");
      }
      await addMachines(session, 3);
      await context.unroute(LIVE);
      for (const page of windows) {
        await live(page);
        await expect(page.getByRole("status").filter({ hasText: after })).toHaveCount(0);
        await expect(machinesOf(page, locale)).toContainText("7");
      }
    });

    test("a server that is gone while rows are read leaves the page, which reads them when it is back", async ({
      context,
    }) => {
      const { session, windows } = await twoWindows(context, locale);
      const [, other] = windows;
      await addMachines(session, 4);
      await expect(machinesOf(other, locale)).toContainText("4");
      await expect(rowsOf(other, locale)).toHaveCount(2);
      const asked = ({ pathname }: URL) => [paths.portfolio(locale), paths.api.portfolioMachines()].includes(pathname);
      const tried = other.waitForRequest((request) => asked(new URL(request.url())));
      await context.route(asked, (route) => route.abort("connectionrefused"));
      await addMachines(session, 3);
      await expect(machinesOf(other, locale)).toContainText("7");
      await tried;
      await context.unroute(asked);
      await expect(rowsOf(other, locale)).toHaveCount(3);
      await expect(other).toHaveURL(new RegExp(paths.portfolio(locale)));
    });

    test("a server that goes once the page has come is tried for until it is back, scripts too", async ({
      context,
      page,
    }) => {
      const { session } = await reader(context);
      await addMachines(session, 4);
      // What the document names comes; whatever its scripts ask for later finds nobody.
      let document = "";
      await context.route("**", async (route) => {
        const request = route.request();
        if (request.isNavigationRequest()) {
          const response = await route.fetch();
          document = await response.text();
          return route.fulfill({ response, body: document });
        }
        return document.includes(new URL(request.url()).pathname) ? route.continue() : route.abort("connectionrefused");
      });
      await page.goto(paths.portfolio(locale));
      await expect(page.locator("[data-live=reconnecting]")).toBeAttached({ timeout: 15_000 });
      await expect(machinesOf(page, locale).locator("data")).toHaveCSS("opacity", "0.6");
      await addMachines(session, 3);
      await context.unroute("**");
      await live(page);
      await expect(machinesOf(page, locale)).toContainText("7");
    });

    test("a window whose place others took says so, and takes one again when it is looked at", async ({ context }) => {
      const { session, windows, streams } = await twoWindows(context, locale);
      const [before = "", after = ""] = WORDS[locale].live.lost.replaced.split("{time}");
      const others: Stream[] = [];
      for (let count = 0; count < 6; count++) others.push(await openStream({ cookie: session.cookie }));
      for (const page of windows) {
        await expect(page.getByRole("status").filter({ hasText: after })).toHaveText(
          new RegExp(`^${before}\\d\\d:\\d\\d UTC${after}$`),
        );
        await expect(page.locator("[data-live=replaced]")).toBeAttached();
      }
      expect(streams.length).toBe(1);
      const follower = windows.find((page) => page !== streams[0]);
      await follower?.evaluate(() => window.dispatchEvent(new Event("focus")));
      for (const page of windows) await live(page);
      expect(streams).toEqual([streams[0], follower]);
      await expect
        .poll(() => others.map((stream) => stream.reason()))
        .toEqual(["replaced", ...Array(5).fill(undefined)]);
      for (const stream of others) stream.close();
    });

    test("a window without network says so, and is live again with it", async ({ context }) => {
      const { windows } = await twoWindows(context, locale);
      const [before = ""] = WORDS[locale].live.lost.offline.split("{time}");
      await context.setOffline(true);
      for (const page of windows) await expect(page.getByRole("status").filter({ hasText: before })).toBeVisible();
      await context.setOffline(false);
      for (const page of windows) await live(page);
    });

    test("signing out in one window leads the other one to the sign-in too", async ({ context }) => {
      const { windows } = await twoWindows(context, locale);
      const [one, other] = windows;
      await one.getByRole("button", { name: WORDS[locale].account.open }).click();
      await one.getByRole("menuitem", { name: WORDS[locale].account.signOut }).click();
      await expect(other).toHaveURL(new RegExp(paths.signIn(locale)));
      await expect(one).toHaveURL(new RegExp(paths.signIn(locale)));
    });

    test("a session that runs out says so and leads to the sign-in; nobody asks on", async ({ context }) => {
      const t = WORDS[locale].live;
      const { session, windows, streams } = await twoWindows(context, locale);
      await query("update sessions set expires_at = now() where id = $1", [session.id]);
      for (const page of windows) {
        await expect(page.locator("[data-live=over]")).toBeAttached();
        await expect(page.getByRole("status").getByRole("link", { name: t.signIn })).toHaveAttribute(
          "href",
          paths.signIn(locale, { next: paths.portfolio(locale) }),
        );
      }
      const asked = streams.length;
      await windows[0].bringToFront();
      await windows[0].evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_500)));
      expect(streams.length).toBe(asked);
    });
  });
