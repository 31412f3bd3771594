import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Locale } from "@/lib/kernel/context";
import { checkMail } from "@/lib/platform/mail/mail";
import { MailFault } from "@/lib/platform/mail/mail-fault";
import { linksOf } from "@/lib/platform/mail/mail-text";
import { MAIL_KINDS, type MailKind, type MailParams, mails, renderOrder } from "./mails";

const link = "https://hashinsight.example/en/x?token=abc&n=1";
const at = "2026-11-23T01:48:00Z";
const until = "2026-11-30T12:00:00Z";
const device = { at, ip: "203.0.113.7", browser: "Firefox on Windows" };
const company = "Müller & Söhne";

const PARAMS: { [K in MailKind]: MailParams<K>[] } = {
  "verify-address": [{ link }, { link, hours: 1 }],
  "already-registered": [{ signInLink: link, resetLink: "https://hashinsight.example/en/reset" }],
  "reset-password": [{ link }],
  "password-changed": [
    { ...device, resetLink: link },
    { at, resetLink: link },
  ],
  "confirm-address": [{ link }],
  "address-changed": [{ ...device, newAddress: "anna.new@example.com" }],
  invitation: [{ company, inviter: "Bob O’Neill", role: "mining_site_owner", until, link }],
  "access-changed": [
    { company, by: "Bob", change: { what: "role", role: "client" } },
    { company, change: { what: "expiry", until } },
    { company, change: { what: "expiry", until: null } },
    { company, by: "Bob", change: { what: "revoked" } },
    { company, by: "Bob", change: { what: "restored", role: "operator", until: null } },
    { company, change: { what: "restored", role: "operator", until } },
  ],
  "new-sign-in": [
    { ...device, link },
    { at, ip: "2001:db8::7", browser: null, link },
  ],
  "second-factor-added": [
    { ...device, link, factor: "totp" },
    { ...device, link, factor: "passkey" },
    { ...device, link, factor: "wallet" },
  ],
  "second-factor-removed": [{ ...device, link, factor: "totp" }],
  "recovery-code-used": [0, 1, 7].map((left) => ({ ...device, link, left })),
  "api-key-created": [{ company, by: "Bob", name: "Monitoring", keyId: "mk_live_ab12cd34", at, link }],
  "company-closed": [{ company, at, reason: "Unpaid since January, told twice" }],
  "support-access-started": [
    { company, at, until, reason: "Case 17: the import stands still", link },
    { company, at, until, link },
  ],
  "support-access-ended": [{ company, at, link }],
  "work-over": [
    { what: "list_computed", isDone: true, company, at, link },
    { what: "list_kept", isDone: false, company, at, link },
  ],
};
const LOCALES: Locale[] = ["en", "zh"];
const cases = MAIL_KINDS.flatMap((kind) =>
  PARAMS[kind].flatMap((params, n) =>
    LOCALES.map((locale) => ({ name: `${kind} ${n + 1} ${locale}`, kind, params, locale })),
  ),
);
const render = ({ kind, params, locale }: Pick<(typeof cases)[number], "kind" | "params" | "locale">) =>
  renderOrder(JSON.parse(JSON.stringify({ kind, params, locale })));
const TYPED = ["company", "inviter", "by", "name", "reason", "browser"];
const typedIn = (params: object): string[] => Object.keys(params).filter((name) => TYPED.includes(name));
const structure = (html: string) => (html.match(/<\/?\w+|\s(style|href|lang|name|content|charset)="/g) ?? []).join(" ");

describe("every mail", () => {
  it.each(cases)("$name can be sent, and links where it was told and nowhere else", (given) => {
    const { subject, text, html } = render(given);
    checkMail({ to: "anna@example.com", subject, text, html, locale: given.locale });
    expect(html).toContain(given.locale === "zh" ? '<html lang="zh-CN">' : '<html lang="en">');
    for (const part of [subject, text, html]) expect(part).not.toMatch(/undefined|null|\[object|NaN|mail\.\w+/);
    expect(subject + text).not.toMatch(/[{}]/);
    const told = Object.entries(given.params).flatMap(([name, value]) => (/link$/i.test(name) ? [value] : []));
    expect(linksOf(text).sort()).toEqual([...told].sort());
    const inHtml = [...html.matchAll(/href="([^"]+)"/g)].map(([, to = ""]) => to.replaceAll("&amp;", "&"));
    expect([...new Set(inHtml)].sort()).toEqual([...told].sort());
  });

  it.each(cases.filter(({ locale }) => locale === "zh"))("$name speaks its language", (given) => {
    const [english, chinese] = LOCALES.map((locale) => render({ ...given, locale }));
    expect(chinese?.subject).not.toBe(english?.subject);
    expect(english?.text).not.toMatch(/[\u3000-\u9fff\uff00-\uffef]/);
    const lines = chinese?.text
      .split("\n")
      .filter((line) => !/^(https?:|--|HashInsight|mk_live_)/.test(line) && line !== "");
    for (const line of lines ?? []) expect(line).toMatch(/[\u4e00-\u9fff]/);
  });

  it.each(cases.filter(({ params }) => typedIn(params).length > 0))(
    "$name shows what others typed as text, whatever it is",
    ({ kind, params, locale }) => {
      const typed = typedIn(params);
      const expected = structure(render({ kind, params, locale }).html);
      const nasty = fc.oneof(
        fc.constantFrom(
          "<script>alert(1)</script>",
          '"><img src=x>',
          "a\r\nBcc: b@example.com",
          "{company}",
          "<b>",
          "'{x",
        ),
        fc.constantFrom("https://evil.com", "www.evil.com", "\u202eevil", "x".repeat(500)),
        fc.string({ unit: "binary" }),
      );
      fc.assert(
        fc.property(nasty, (text) => {
          const changed = { ...params, ...Object.fromEntries(typed.map((name) => [name, text])) } as typeof params;
          const { subject, text: plain, html } = render({ kind, params: changed, locale });
          expect(structure(html)).toBe(expected);
          checkMail({ to: "anna@example.com", subject, text: plain, html, locale });
          expect(plain.split("\n")).toHaveLength(render({ kind, params, locale }).text.split("\n").length);
          expect(linksOf(plain).every((found) => Object.values(params).includes(found))).toBe(true);
        }),
        { numRuns: 30 },
      );
    },
    60_000,
  );
});

describe("worked mails", () => {
  it("an invitation", () => {
    const given = { company: `<${"x".repeat(90)}>`, inviter: "Bob", role: "client", until, link } as const;
    const shown = `<${"x".repeat(78)}…`;
    const { subject, text, html } = mails.invitation(given, "en");
    expect(subject).toBe(`Bob invites you to ${shown}`);
    expect(text).toBe(
      [
        `Join ${shown} at HashInsight`,
        `Bob invites you to join ${shown}. Your role there: client.`,
        `See the invitation\n${link}`,
        "The invitation is valid until 30 Nov 2026, 12:00 UTC.",
        `If you know neither Bob nor ${shown}, do nothing.`,
        "-- \nHashInsight\nYou get this mail because Bob entered this address at HashInsight to invite you.\n",
      ].join("\n\n"),
    );
    expect(html).toContain(`Join &lt;${"x".repeat(78)}… at HashInsight`);
    expect(html).not.toContain("<xx");
    expect(mails.invitation(given, "zh").text).toContain(`Bob 邀请您加入 ${shown}，您的角色是客户。`);
  });

  it("say how long a link works", () => {
    expect(mails["verify-address"]({ link }, "en").text).toContain("within 24 hours.");
    expect(mails["verify-address"]({ link, hours: 1 }, "en").text).toContain("within 1 hour.");
    expect(mails["verify-address"]({ link }, "zh").text).toContain("24 小时内有效");
    expect(mails["reset-password"]({ link }, "en").text).toContain("within 10 minutes.");
    expect(mails["reset-password"]({ link }, "zh").text).toContain("10 分钟内有效");
  });

  it("say when and from where something was done", () => {
    const { text } = mails["new-sign-in"]({ ...device, link }, "en");
    expect(text).toContain("Time: 23 Nov 2026, 01:48 UTC\nIP address: 203.0.113.7\nBrowser: Firefox on Windows");
    expect(mails["new-sign-in"]({ at, link }, "zh").text).toContain("时间：2026年11月23日 01:48 UTC\nIP 地址：未知");
  });

  it.each([
    [0, "No code is left: make new ones now."],
    [1, "1 code is left: make new ones soon."],
    [7, "7 codes are left."],
  ])("count the recovery codes: %i", (left, words) => {
    expect(mails["recovery-code-used"]({ ...device, link, left }, "en").text).toContain(words);
  });

  it("name the changed access", () => {
    const text = (change: MailParams<"access-changed">["change"]) =>
      mails["access-changed"]({ company: "Acme", change }, "en").text;
    expect(text({ what: "role", role: "mining_site_owner" })).toContain("Your role at Acme is now: site owner.");
    expect(text({ what: "expiry", until })).toContain("ends on 30 Nov 2026, 12:00 UTC.");
    expect(text({ what: "expiry", until: null })).toContain("no longer has an end date");
    expect(text({ what: "revoked" })).toContain("You no longer have access to Acme");
    expect(text({ what: "revoked" })).not.toContain("Changed by");
    const back = text({ what: "restored", role: "client", until });
    expect(back).toContain("You have access to Acme again. Your role there: client.");
    expect(back).toContain("Your access to Acme ends on 30 Nov 2026, 12:00 UTC.");
    expect(text({ what: "restored", role: "client", until: null })).not.toContain("ends on");
  });
});

describe("a stored order", () => {
  it.each<[string, unknown, RegExp]>([
    ["nothing", null, /the order \(invalid_type\)/],
    ["an unknown kind", { kind: "newsletter", params: {}, locale: "en" }, /kind/],
    ["a name of every object", { kind: "constructor", params: {}, locale: "en" }, /kind/],
    ["an unknown language", { kind: "verify-address", params: { link }, locale: "fr" }, /locale/],
    ["a missing link", { kind: "verify-address", params: {}, locale: "en" }, /link/],
    [
      "a link of another kind",
      { kind: "verify-address", params: { link: "javascript:alert('hush')" }, locale: "en" },
      /link/,
    ],
    ["more than is known", { kind: "verify-address", params: { link, hush: 1 }, locale: "en" }, /unrecognized_keys/],
    [
      "a whole key",
      { kind: "api-key-created", params: { keyId: `mk_live_${"hush".repeat(9)}` }, locale: "en" },
      /keyId/,
    ],
    [
      "an address with a name",
      { kind: "address-changed", params: { at, newAddress: "A <hush@b.com>" }, locale: "en" },
      /newAddress/,
    ],
  ])("with %s is given up, without its values", (_, order, words) => {
    const refused = (() => {
      try {
        return renderOrder(order);
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(MailFault);
    expect(refused).toMatchObject({ transient: false, message: expect.stringMatching(words) });
    expect(String(refused)).not.toMatch(/hush|token/);
  });
});
