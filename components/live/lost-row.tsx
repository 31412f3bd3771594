"use client";

import Clock from "lucide-react/icons/clock";
import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { clockTime } from "@/lib/i18n/time-format";
import { paths } from "@/lib/paths";
import { linkStyle } from "../identity/link-style";
import { useLiveState } from "./use-live-state";

/** Under the bar, while the page isn't live: since when, and what becomes of it. */
export function LostRow() {
  const t = useTranslations("layout.live");
  const locale = useLocale();
  const pathname = usePathname();
  const state = useLiveState();
  return (
    <div role="status">
      {"since" in state && (
        <p className="flex items-center gap-2 border-t border-line bg-raised px-4 py-1.5 text-xs text-text md:px-6">
          <Clock aria-hidden="true" className="size-4 shrink-0 text-warn" />
          <span>{t(`lost.${state.phase}`, { time: clockTime(locale, state.since, Date.now()) })}</span>
          {state.phase === "over" && (
            <a href={paths.signIn(locale, { next: pathname })} className={linkStyle}>
              {t("signIn")}
            </a>
          )}
        </p>
      )}
    </div>
  );
}
