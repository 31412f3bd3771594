import type { Browser, BrowserContext, Page } from "@playwright/test";
import { origin } from "../server";
import type { Session } from "./world";

/** What a page did that it should not have. */
export type Watch = { hits: Set<string>; violations: string[]; errors: string[]; dialogs: string[] };
export type Watched = { page: Page; context: BrowserContext; watch: Watch };
type Kept = Window & { hit?: (mark: string) => void; seen?: { hits: string[]; violations: string[] } };

/** Before any script of a page: `hit` for payloads to call, and an ear for what its policy stopped. */
const listen = () => {
  const top = (window.top ?? window) as Kept;
  const seen = top.seen ?? { hits: [], violations: [] };
  top.seen = seen;
  (window as Kept).hit = (mark) => void seen.hits.push(mark);
  document.addEventListener("securitypolicyviolation", (event) => {
    seen.violations.push(
      `${event.violatedDirective} ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
    );
  });
};

/** A window of somebody's own in which nothing goes unnoticed. */
export async function watched(browser: Browser, session: Pick<Session, "cookie"> | undefined): Promise<Watched> {
  const context = await browser.newContext({ baseURL: origin() });
  if (session) {
    const [name = "", value = ""] = session.cookie.split("=");
    await context.addCookies([{ name, value, url: origin(), httpOnly: true, sameSite: "Lax" }]);
  }
  const page = await context.newPage();
  return { page, context, watch: await watchOver(page) };
}

/** Notes from now on what a page does; what its policy stopped is there after `noteSeen`. */
export async function watchOver(page: Page): Promise<Watch> {
  await page.addInitScript(listen);
  const watch: Watch = { hits: new Set(), violations: [], errors: [], dialogs: [] };
  page.on("console", (message) => message.type() === "error" && watch.errors.push(message.text()));
  page.on("pageerror", (error) => watch.errors.push(error.message));
  page.on("dialog", (dialog) => {
    watch.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return watch;
}

/** Adds what the page itself has seen since it was opened. */
export async function noteSeen(page: Page, watch: Watch): Promise<void> {
  const seen = await page.evaluate(() => (window as Kept).seen);
  for (const mark of seen?.hits ?? []) watch.hits.add(mark);
  watch.violations.push(...(seen?.violations ?? []).map((words) => `${new URL(page.url()).pathname}: ${words}`));
}

/** Opens a page, waits until it has come to life, and notes what happened there. */
export async function visit({ page, watch }: Watched, path: string): Promise<{ status: number; text: string }> {
  const answer = await page.goto(path, { waitUntil: "load", timeout: 110_000 });
  // What it asks for by itself may come late; a page that never rests is looked at as it is.
  await page.waitForLoadState("networkidle", { timeout: 5_000 }).catch(() => undefined);
  await noteSeen(page, watch);
  return { status: answer?.status() ?? 0, text: await page.evaluate(() => document.body.textContent ?? "") };
}

/** Elements that a text made of itself. */
export const injected = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll("[onerror],[onload],[ontoggle],[onclick],iframe,[href^='javascript:' i]"),
      ...[...document.querySelectorAll("script:not([nonce])")].filter((script) => !script.getAttribute("src")),
    ].map((element) => element.outerHTML.slice(0, 200)),
  );
