import type { MailContent, MailLink } from "./mail-content";
import { gapAfter } from "./mail-text";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** For text between tags and for attribute values in double quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const FONT =
  "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif";
const MONO = "ui-monospace,SFMono-Regular,Menlo,Consolas,monospace";
/** Mail clients drop style sheets: every element carries its own style. */
const STYLE = {
  body: `margin:0;padding:0;background:#ffffff;color:#0B0D10;font-family:${FONT};font-size:16px;line-height:1.6`,
  frame: "max-width:560px;margin:0 auto;padding:32px 20px",
  brand: "margin:0 0 24px;font-size:14px;font-weight:700;letter-spacing:0.02em",
  heading: "margin:0 0 16px;font-size:22px;line-height:1.3;font-weight:700",
  paragraph: "margin:0 0 16px;overflow-wrap:anywhere",
  label: "color:#4B5563",
  action: "margin:24px 0",
  button:
    "display:inline-block;padding:12px 24px;border-radius:6px;background:#F2B90C;color:#0B0D10;font-weight:700;text-decoration:none",
  code: `margin:0 0 16px;padding:12px 16px;border-radius:6px;background:#F3F4F6;font-family:${MONO};font-size:16px;white-space:pre-wrap;overflow-wrap:anywhere`,
  small: "margin:0 0 12px;font-size:14px;color:#4B5563;overflow-wrap:anywhere",
  link: "color:#0B0D10;text-decoration:underline",
  footer:
    "margin:32px 0 0;padding:16px 0 0;border-top:1px solid #E5E7EB;font-size:13px;color:#4B5563;overflow-wrap:anywhere",
} as const satisfies Record<string, string>;

const tag = (name: string, style: keyof typeof STYLE, inner: string): string =>
  `<${name} style="${STYLE[style]}">${inner}</${name}>`;
const anchor = ({ label, link }: MailLink, style: keyof typeof STYLE): string =>
  `<a href="${escapeHtml(link)}" style="${STYLE[style]}">${escapeHtml(label)}</a>`;

/** Dark on white, no tables, no images, no style sheet, nothing loaded from anywhere. */
export function mailHtml(content: MailContent): string {
  const {
    locale,
    subject,
    heading,
    paragraphs: [first, ...rest],
    facts = [],
    button,
    code,
    otherLink,
    smallPrint = [],
    footer,
  } = content;
  const parts = [
    tag("p", "brand", "HashInsight"),
    tag("h1", "heading", escapeHtml(heading)),
    tag("p", "paragraph", escapeHtml(first)),
    ...(code === undefined ? [] : [tag("pre", "code", escapeHtml(code))]),
    ...(facts.length > 0 ? [tag("p", "paragraph", facts.map(factLine).join("<br>"))] : []),
    ...rest.map((paragraph) => tag("p", "paragraph", escapeHtml(paragraph))),
    ...(button ? [tag("p", "action", anchor(button, "button"))] : []),
    ...(otherLink ? [tag("p", "paragraph", anchor(otherLink, "link"))] : []),
    ...(button
      ? [tag("p", "small", `${escapeHtml(button.fallback)}<br>${anchor({ ...button, label: button.link }, "link")}`)]
      : []),
    ...smallPrint.map((line) => tag("p", "small", escapeHtml(line))),
    tag("p", "footer", escapeHtml(footer)),
  ];
  return [
    "<!doctype html>",
    `<html lang="${locale === "zh" ? "zh-CN" : "en"}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light">',
    // Else a phone turns figures, times and addresses into links of its own.
    '<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">',
    `<title>${escapeHtml(subject)}</title>`,
    "</head>",
    `<body style="${STYLE.body}">`,
    tag("div", "frame", `\n${parts.join("\n")}\n`),
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

const factLine = ({ label, value }: { label: string; value: string }): string =>
  `<span style="${STYLE.label}">${escapeHtml(label)}</span>${gapAfter(label)}${escapeHtml(value)}`;
