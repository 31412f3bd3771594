"use client";

import { cx } from "class-variance-authority";
import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { paths } from "@/lib/paths";
import { Link } from "../ui/link";

const VIEWS = {
  market: paths.analytics,
  replay: paths.analyticsReplay,
  heatmap: paths.analyticsHeatmap,
  curtailment: paths.analyticsCurtailment,
} as const;

/** The pages of analytics beside each other; the one that is open is marked. */
export function AnalyticsNav() {
  const t = useTranslations("analytics.nav");
  const locale = useLocale();
  const pathname = usePathname();
  return (
    <nav aria-label={t("label")} className="flex gap-5 overflow-x-auto border-b border-line print:hidden">
      {(Object.keys(VIEWS) as (keyof typeof VIEWS)[]).map((view) => {
        const href = VIEWS[view](locale);
        return (
          <Link
            key={view}
            href={href}
            aria-current={href === pathname ? "page" : undefined}
            className={cx(
              "inline-flex min-h-11 shrink-0 items-center transition-colors focus-visible:-outline-offset-2 md:pointer-fine:min-h-9",
              href === pathname ? "text-text shadow-[inset_0_-2px_var(--color-gold)]" : "text-muted hover:text-text",
            )}
          >
            {t(view)}
          </Link>
        );
      })}
    </nav>
  );
}
