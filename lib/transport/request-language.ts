import type { Locale } from "@/lib/kernel/context";

/** The language that a program asks for: Chinese if it prefers it, else English. */
export function languageOf(headers: Headers): Locale {
  const first = headers.get("accept-language")?.split(",")[0]?.trim().toLowerCase() ?? "";
  return first === "zh" || first.startsWith("zh-") ? "zh" : "en";
}

/** The language of the page that a form stands on. */
export function languageOfPage(headers: Headers): Locale {
  const referer = headers.get("referer");
  const path = referer !== null && URL.canParse(referer) ? new URL(referer).pathname : "";
  if (/^\/(en|zh)(\/|$)/.test(path)) return path.startsWith("/zh") ? "zh" : "en";
  return languageOf(headers);
}
