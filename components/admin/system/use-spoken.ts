import { useLocale, useTranslations } from "next-intl";
import type { JobRun } from "@/lib/admin/core/job-schemas";
import { figures } from "@/lib/i18n/figures";
import { useSystemNames } from "./names";

type Said = JobRun["summary"];

/** What a run said in the reader's words: `{"called": 3, "faults": []}` → `called: 3 · faults: none`. */
export function useSpoken(): (summary: Said) => string {
  const t = useTranslations("admin.system.said");
  const names = useSystemNames();
  const show = figures(useLocale());
  function value(said: Said): string {
    if (said === null) return t("none");
    if (typeof said === "boolean") return t(said ? "yes" : "no");
    if (typeof said === "number") return show.number(said).text;
    if (typeof said === "string") return said;
    if (Array.isArray(said)) return said.length === 0 ? t("none") : said.map(value).join(", ");
    // A fault of a source, by its kind.
    if (typeof said.feed === "string" && typeof said.kind === "string")
      return `${said.feed} (${names.fault(said.kind)})`;
    return pairs(said);
  }
  const pairs = (said: Record<string, Said>): string =>
    Object.entries(said)
      .map(([name, one]) => t("pair", { name: names.said(name), value: value(one) }))
      .join(" · ");
  return (summary) =>
    summary === null ? "" : typeof summary === "object" && !Array.isArray(summary) ? pairs(summary) : value(summary);
}
