import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MailContent } from "./mail-content";
import { escapeHtml } from "./mail-html";
import { linksOf } from "./mail-text";
import { renderMail } from "./render-mail";

const LINK = "https://hashinsight.example/en/reset?token=a&b=1";
const content: MailContent = {
  locale: "en",
  subject: "Reset your password",
  heading: "Choose a new password",
  paragraphs: ["Somebody asked for it.", "The link works once."],
  facts: [
    { label: "Time", value: "23 Nov 2026, 01:48 UTC" },
    { label: "IP", value: "203.0.113.7" },
  ],
  button: { label: "Choose a password", link: LINK, fallback: "If the button does nothing:" },
  code: "12345678",
  otherLink: { label: "Sign in", link: "https://hashinsight.example/en/sign-in" },
  smallPrint: ["Valid for 10 minutes."],
  footer: "You get this mail because you have an account.",
};

describe("a rendered mail", () => {
  it("has the same words in text and HTML", () => {
    const { text, html } = renderMail(content);
    expect(text).toBe(
      [
        "Choose a new password\n",
        "Somebody asked for it.\n",
        "12345678\n",
        "Time 23 Nov 2026, 01:48 UTC\nIP 203.0.113.7\n",
        "The link works once.\n",
        `Choose a password\n${LINK}\n`,
        "Sign in\nhttps://hashinsight.example/en/sign-in\n",
        "Valid for 10 minutes.\n",
        "-- \nHashInsight\nYou get this mail because you have an account.\n",
      ].join("\n"),
    );
    const words = html
      .replace(/<title>.*<\/title>/, "")
      .replace(/<a href="([^"]+)"[^>]*>/g, " $1 ")
      .replace(/<[^>]+>/g, " ")
      .replace(/\s+/g, " ");
    for (const line of text.split("\n").filter((line) => line !== "-- ")) expect(words).toContain(escapeHtml(line));
  });

  it("is a page of its language that loads nothing", () => {
    const { html } = renderMail(content);
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(renderMail({ ...content, locale: "zh" }).html).toContain('<html lang="zh-CN">');
    expect(html).toContain("<title>Reset your password</title>");
    expect(html).not.toMatch(/<(img|link|script|style|table|form|iframe)|url\(|@import/i);
    expect(html).toMatch(/background:#F2B90C;color:#0B0D10/);
    expect(html).toContain('href="https://hashinsight.example/en/reset?token=a&amp;b=1"');
  });

  it("leaves out what isn't given", () => {
    const { locale, subject, heading, paragraphs, footer } = content;
    const { text, html } = renderMail({ locale, subject, heading, paragraphs, footer });
    expect(html).not.toMatch(/<a |<pre|<br>|undefined/);
    expect(text).not.toMatch(/http|undefined|\n{3}/);
  });

  it("escapes every part, whatever it holds", () => {
    const nasty = fc.oneof(
      fc.constantFrom("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</title>", "&lt;", "'onclick='x"),
      fc.string({ unit: "grapheme" }),
    );
    const structure = (html: string) =>
      (html.match(/<\/?\w+|\s(style|href|lang|name|content|charset)="/g) ?? []).join(" ");
    const expected = structure(renderMail(content).html);
    fc.assert(
      fc.property(fc.array(nasty, { minLength: 8, maxLength: 8 }), ([a, b, c, d, e, f, g, h]) => {
        const { html } = renderMail({
          ...content,
          subject: `${a}`,
          heading: `${b}`,
          paragraphs: [`${c}`, `${d}`],
          facts: [
            { label: `${e}`, value: `${f}` },
            { label: "IP", value: `${g}` },
          ],
          code: `${h}`,
          button: { label: `${a}`, link: `https://x.example/?q=${encodeURIComponent(`${b}`)}'"<`, fallback: `${c}` },
          smallPrint: [`${d}`],
          footer: `${e}`,
        });
        expect(structure(html)).toBe(expected);
      }),
    );
  });

  it("keeps its subject on one line", () => {
    const subject = (text: string) => renderMail({ ...content, subject: text }).subject;
    expect(subject("Hello\r\nBcc: x@example.com")).toBe("Hello Bcc: x@example.com");
    expect(subject(" a\u2028b\u0085c\0d\t ")).toBe("a b c d");
  });

  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "/en/reset",
    "",
    "https://x.example/a b",
    "https://x.example/\nx",
  ])("refuses the link %j", (link) => {
    const place = { label: "Go", link };
    expect(() => renderMail({ ...content, otherLink: place })).toThrow("may only link to http(s)");
    expect(() => renderMail({ ...content, button: { ...place, fallback: "" } })).toThrow("may only link to http(s)");
  });
});

describe("links of a text", () => {
  it("are found in their order, each once, without the punctuation behind", () => {
    expect(linksOf(renderMail(content).text)).toEqual([LINK, "https://hashinsight.example/en/sign-in"]);
    expect(linksOf("See https://a.example/x. Or (http://b.example)，https://a.example/x！")).toEqual([
      "https://a.example/x",
      "http://b.example",
    ]);
    expect(linksOf("none")).toEqual([]);
  });
});
