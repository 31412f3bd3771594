import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, expect, test } from "@playwright/test";
import { query } from "@/lib/testing/sql";
import { dataDir } from "../server";
import { ask } from "./http";
import { type Payload, payloadsOf, standsRaw } from "./script-payloads";
import { newScene, type Scene, STORED } from "./stored-fields";
import { injected, visit, type Watched, watched } from "./watched-page";
import { signIn } from "./world";

/** What became of a payload, over all pages. */
type Fate = { stored?: string; shown: boolean; raw: string[] };
const payloads = new Map(STORED.map((field) => [field, payloadsOf(field.code)]));
const all = [...payloads.values()].flat();
const fates = new Map<string, Fate>(all.map(({ mark }) => [mark, { shown: false, raw: [] }]));
const fateOf = ({ mark }: Payload): Fate => fates.get(mark) ?? { shown: false, raw: [] };
const hits = new Set<string>();
const elements: string[] = [];
const violations: string[] = [];
const dialogs: string[] = [];

/** Fields whose text stands on a page of the list below, word for word. */
const READ_THERE = ["CN", "SU", "PN", "IN", "AK", "AR", "PK", "UA"];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(600_000);
  const scene = await newScene(payloadsOf("XX").length);
  for (const [field, texts] of payloads)
    for (const [index, payload] of texts.entries())
      await field.store(scene, payload, index).catch((error: Error) => {
        fateOf(payload).stored = error.message;
      });
  await lookAround(scene, browser);
  await readAll(scene);
});

/** The pages that show what others wrote, in a browser. */
async function lookAround({ company, others, platform }: Scene, browser: Browser): Promise<void> {
  // One person at home in every renamed company, who chooses between them by name.
  const [first] = others;
  const traveller = first ? first.people.guest : company.people.guest;
  await query(
    `insert into user_access (id, tenant_id, user_id, email, name, role, created_at, updated_at)
     select gen_random_uuid(), t.id, $1, $2, $3, 'guest', now(), now() from tenants t where t.id = any($4) and t.id <> $5`,
    [traveller.userId, traveller.email, traveller.name, others.map(({ id }) => id), traveller.tenantId],
  );
  const entries = await query<{ id: string }>(
    "select min(id)::text as id from audit_log where tenant_id = any($1) group by use_case",
    [[company.id]],
  );
  const admin = ["user_access", "login_records?limit=100", "audit", "miners", "system"].map(
    (part) => `/en/admin/${part}`,
  );
  const settings = ["api-keys", "security", "company"].map((part) => `/en/settings/${part}`);
  const routes = [
    {
      who: company.people.owner,
      paths: ["/en/overview", ...admin, ...settings, ...entries.map(({ id }) => `/en/admin/audit?entry=${id}`)],
    },
    { who: company.people.operator, paths: ["/en/settings/security"] },
    { who: traveller, paths: ["/en/overview", "/zh/overview"] },
    { who: platform, paths: ["/en/admin/audit"], lists: ["/en/admin/tenants", "/zh/admin/tenants"] },
  ];
  for (const { who, paths, lists = [] } of routes) {
    const window = await watched(browser, await signIn(who));
    for (const path of paths) await look(window, path);
    for (const path of lists) await lookThrough(window, path);
    for (const mark of window.watch.hits) hits.add(mark);
    violations.push(...window.watch.violations);
    dialogs.push(...window.watch.dialogs);
    await window.context.close();
  }
}

/** A list by the pages that its pager leads to: other files make companies of their own meanwhile. */
async function lookThrough(window: Watched, first: string): Promise<void> {
  for (let path: string | null = first; path !== null; ) {
    await look(window, path);
    const next = window.page.locator("a[rel=next]");
    path = (await next.count()) > 0 ? await next.getAttribute("href") : null;
  }
}

async function look(window: Watched, path: string): Promise<void> {
  const { text } = await visit(window, path);
  const titles = await window.page.evaluate(() =>
    [...document.querySelectorAll("[title],[aria-label],option")].map((one) =>
      [one.getAttribute("title"), one.getAttribute("aria-label"), one.textContent].join("\n"),
    ),
  );
  const read = [text, ...titles].join("\n");
  for (const payload of all) if (read.includes(payload.text)) fateOf(payload).shown = true;
  elements.push(...(await injected(window.page)).map((element) => `${path}: ${element}`));
}

/** Every entry of the audit logs, every invitation, and every mail, as they are sent. */
async function readAll({ company, others, platform }: Scene): Promise<void> {
  const cookies = new Map<string, string>();
  for (const { id, people } of [company, ...others]) cookies.set(id, (await signIn(people.owner)).cookie);
  const platformCookie = (await signIn(platform)).cookie;
  const entries = await query<{ id: string; tenant_id: string | null }>(
    `select distinct on (tenant_id, use_case, after::text) id::text, tenant_id::text from audit_log
     where tenant_id = any($1) and at > now() - interval '1 hour' limit 200`,
    [[...cookies.keys()]],
  );
  for (const { id, tenant_id } of entries) {
    const cookie = cookies.get(tenant_id ?? "") ?? platformCookie;
    const { text } = await ask({ path: `/en/admin/audit?entry=${id}`, headers: { cookie }, timeoutMs: 110_000 });
    lookFor(text, `audit ${id}`);
  }
  const box = join(dataDir(), "mailbox");
  for (const file of existsSync(box) ? readdirSync(box) : []) {
    const { html = "" } = JSON.parse(readFileSync(join(box, file), "utf8")) as { html?: string };
    lookFor(html, `mail ${file}`);
  }
}

function lookFor(html: string, where: string): void {
  for (const payload of all) if (standsRaw(html, payload)) fateOf(payload).raw.push(where);
}

for (const [field, texts] of payloads) {
  test.describe(`S20 stored scripts › ${field.name}`, () => {
    for (const payload of texts)
      test(payload.shape, () => {
        const fate = fateOf(payload);
        expect(fate.stored, "it is stored").toBeUndefined();
        expect([...hits], "it is no program").not.toContain(payload.mark);
        expect(elements.filter((element) => element.includes(payload.mark))).toEqual([]);
        expect(fate.raw, "it is escaped").toEqual([]);
        if (READ_THERE.includes(field.code)) expect(fate.shown, "it is text on a page").toBe(true);
      });
  });
}

test("S20 stored scripts › no dialog, no element of a text's own, nothing that a policy had to stop", () => {
  expect({ dialogs, elements, violations, hits: [...hits] }).toEqual({
    dialogs: [],
    elements: [],
    violations: [],
    hits: [],
  });
});
