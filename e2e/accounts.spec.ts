import { randomBytes } from "node:crypto";
import { expect, type Page, test } from "@playwright/test";
import { TOTP } from "otpauth";
import { paths } from "@/lib/paths";
import identityEn from "@/messages/en/identity.json" with { type: "json" };
import layoutEn from "@/messages/en/layout.json" with { type: "json" };
import identityZh from "@/messages/zh/identity.json" with { type: "json" };
import layoutZh from "@/messages/zh/layout.json" with { type: "json" };
import { axe } from "./axe";
import { inOneWidth, wide } from "./widths";

const WORDS = {
  en: { ...identityEn, layout: layoutEn },
  zh: { ...identityZh, layout: layoutZh },
} as const;
type Locale = keyof typeof WORDS;

const PASSWORD = "seven-quiet-transformers";
const newAddress = (name: string) => `${name}.${randomBytes(5).toString("hex")}@mine.example`;

/** Signs up in the page, follows the link of the local mail, and signs in: the second factor is asked for next. */
async function signUp(
  page: Page,
  locale: Locale,
  who: { email: string; name: string; company: string },
): Promise<void> {
  const t = WORDS[locale];
  await page.goto(paths.signUp(locale));
  await page.getByLabel(t.fields.company, { exact: true }).fill(who.company);
  await page.getByLabel(t.fields.name, { exact: true }).fill(who.name);
  await page.getByLabel(t.fields.email, { exact: true }).fill(who.email);
  await page.getByLabel(t.fields.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: t.signUp.submit, exact: true }).click();
  await expect(page.getByRole("heading", { name: t.mail.title })).toBeVisible();
  await page
    .getByRole("link", { name: /verify-email/ })
    .first()
    .click({ timeout: 30_000 });
  await page.getByRole("button", { name: t.verify.submit }).click();
  await expect(page.getByText(t.signIn.verified)).toBeVisible();
  await signIn(page, locale, who.email);
}

async function signIn(page: Page, locale: Locale, email: string): Promise<void> {
  const t = WORDS[locale];
  await page.getByLabel(t.fields.email, { exact: true }).fill(email);
  await page.getByLabel(t.fields.password, { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: t.signIn.submit, exact: true }).click();
}

/** Sets up an app by the key that is shown; gives what the app then shows. */
async function enrol(page: Page, locale: Locale): Promise<{ secret: string; recovery: string }> {
  const t = WORDS[locale];
  await expect(page).toHaveURL(new RegExp(paths.enrol(locale)));
  const shown = page.getByText(/^(?:[A-Z2-7]{4} ?){6,}$/);
  // A page that hasn't come to life yet doesn't hear the first press.
  await expect(async () => {
    if (!(await shown.isVisible())) await page.getByRole("button", { name: t.enrol.useApp }).click();
    await expect(shown).toBeVisible({ timeout: 3_000 });
  }).toPass();
  const secret = (await shown.innerText()).replaceAll(" ", "");
  await page.getByLabel(t.totp.code, { exact: true }).fill(new TOTP({ secret }).generate());
  await page.getByRole("button", { name: t.totp.confirm }).click();
  await expect(page.getByText(t.recovery.title)).toBeVisible();
  const recovery = (
    await page
      .locator("li, code")
      .filter({ hasText: /^[A-Z0-9-]{12,}$/ })
      .first()
      .innerText()
  ).trim();
  await page.keyboard.press("Escape");
  const asked = page.waitForEvent("dialog");
  void page.reload().catch(() => undefined);
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await page.getByLabel(t.recovery.kept).check();
  await page.getByRole("button", { name: t.recovery.done }).click();
  return { secret, recovery };
}

/** Mailed links name the machine, and a session belongs to the name under which it began. */
const at = (page: Page, path: string): string => new URL(path, page.url()).toString();
const answerOf = (page: Page, path: string) => page.context().request.get(at(page, path));

for (const locale of ["en", "zh"] as const) {
  const t = WORDS[locale];

  test(
    `${locale}: an owner signs up, sets up a second factor, and comes back with a recovery code`,
    inOneWidth(locale),
    async ({ page }) => {
      const email = newAddress("owner");
      await signUp(page, locale, { email, name: "Ada Li", company: `Deep Shaft ${email.slice(6, 12)}` });
      const { recovery } = await enrol(page, locale);
      await page.goto(at(page, paths.overview(locale)));
      await expect(page).toHaveURL(new RegExp(paths.overview(locale)));
      await expect(page.getByText(t.roles.owner).first()).toBeVisible();
      await page.context().clearCookies();
      await page.goto(at(page, paths.signIn(locale)));
      await signIn(page, locale, email);
      await page.getByLabel(t.mfa.codeLabel, { exact: true }).fill(recovery);
      await page.getByRole("button", { name: t.mfa.submit, exact: true }).click();
      await expect(page).toHaveURL(new RegExp(paths.overview(locale)));
    },
  );
}

test(
  "a client is invited, sees nothing of the company, and is out the moment the owner says so",
  wide,
  async ({ browser, page }) => {
    test.setTimeout(120_000);
    const owner = newAddress("owner");
    const client = newAddress("client");
    await signUp(page, "en", { email: owner, name: "Ada Li", company: "Far Ridge" });
    await enrol(page, "en");
    const invited = await page.context().request.post(at(page, "/api/invitations"), {
      data: { email: client, role: "client" },
      headers: { origin: new URL(page.url()).origin },
    });
    expect(invited.status(), await invited.text()).toBe(201);

    await page.goto(at(page, paths.mailbox("en")));
    const link = await expect
      .poll(
        async () => {
          await page.reload();
          return page
            .getByRole("link", { name: /\/invitation\// })
            .first()
            .getAttribute("href", { timeout: 1_000 })
            .catch(() => null);
        },
        { timeout: 30_000 },
      )
      .toContain("/invitation/")
      .then(() =>
        page
          .getByRole("link", { name: /\/invitation\// })
          .first()
          .getAttribute("href"),
      );
    expect((await axe(page).analyze()).violations).toEqual([]);

    const other = await browser.newContext({ baseURL: new URL(page.url()).origin });
    const theirs = await other.newPage();
    await theirs.goto(new URL(link ?? "", page.url()).pathname);
    await theirs.getByLabel(WORDS.en.fields.name, { exact: true }).fill("Clara Chen");
    await theirs
      .getByLabel(WORDS.en.fields.newPassword, { exact: true })
      .or(theirs.getByLabel(WORDS.en.fields.password, { exact: true }))
      .first()
      .fill(PASSWORD);
    await theirs.getByRole("button", { name: WORDS.en.invitation.join }).click();
    await expect(theirs).toHaveURL(/\/en\/overview/);
    await expect(theirs.getByRole("link", { name: WORDS.en.layout.pages.userAccess })).toHaveCount(0);

    // By address and by id: what isn't theirs is not theirs.
    for (const path of ["/api/user-access", "/api/audit", "/api/login-records", "/api/company", "/api/keys"])
      expect((await answerOf(theirs, path)).status(), path).toBe(403);
    const members = (await (await answerOf(page, "/api/user-access")).json()) as {
      items: { id: string; email: string; version: number }[];
    };
    const own = members.items.find(({ email }) => email === owner);
    const access = members.items.find(({ email }) => email === client);
    expect((await answerOf(theirs, `/api/user-access/${own?.id}`)).status()).toBe(403);
    await theirs.goto(at(theirs, paths.userAccess("en")));
    await expect(theirs.getByText(owner)).toHaveCount(0);

    const revoked = await page.context().request.post(at(page, `/admin/user_access/revoke/${access?.id}`), {
      data: {},
      headers: { origin: new URL(page.url()).origin },
    });
    expect(revoked.status(), await revoked.text()).toBe(200);
    await theirs.goto(at(theirs, paths.overview("en")));
    await expect(theirs).toHaveURL(/\/en\/sign-in/);
    await expect(theirs.getByText(WORDS.en.signIn.over)).toBeVisible();
    await signIn(theirs, "en", client);
    await expect(theirs.getByRole("main").getByRole("alert")).toBeVisible();
    await other.close();
  },
);
