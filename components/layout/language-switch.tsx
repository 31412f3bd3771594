"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useLocale } from "next-intl";
import { Link } from "@/components/ui/link";
import { inLocale } from "@/lib/paths";
import { ChineseWord } from "./chinese-word";
import { rememberLanguage } from "./remember-language";

/** The same page, query and place on it in the other language. */
export function LanguageSwitch({ label }: { label: string }) {
  const locale = useLocale();
  const pathname = usePathname();
  const query = useSearchParams().toString();
  const other = locale === "en" ? "zh" : "en";
  const path = inLocale(pathname, other);
  return (
    <Link
      href={query ? `${path}?${query}` : path}
      hrefLang={other === "zh" ? "zh-CN" : "en"}
      scroll={false}
      prefetch={false}
      onClick={() => rememberLanguage(other)}
      aria-label={other === "zh" ? label : undefined}
      title={label}
      className="flex min-h-11 min-w-11 items-center justify-center rounded-md px-2 text-muted transition-colors hover:bg-raised hover:text-text md:min-h-8"
    >
      {other === "zh" ? <ChineseWord /> : <span lang="en">English</span>}
    </Link>
  );
}
