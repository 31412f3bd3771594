"use client";

import Clock from "lucide-react/icons/clock";
import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect } from "react";
import { clockTime } from "@/lib/i18n/time-format";
import { paths } from "@/lib/paths";
import { linkStyle } from "../identity/link-style";
import { keepLive } from "./keep-live";
import type { LiveState } from "./live-store";
import type { Whose } from "./live-tab";
import { useLiveState } from "./use-live-state";

/** In the bar of every page of the app: whether what it shows is live, in words; and below it since when it isn't. */
export function LiveMark({ userId, tenantId }: Whose) {
  const t = useTranslations("layout.live");
  const state = useLiveState();
  useEffect(() => keepLive({ userId, tenantId }), [userId, tenantId]);
  const isLive = state.phase === "live";
  return (
    <div className="needs-script">
      <span className="flex items-center gap-1.5 text-xs text-muted" data-live={state.phase}>
        <span
          aria-hidden="true"
          className={
            isLive
              ? "size-2 animate-beat rounded-full bg-up motion-reduce:animate-none"
              : "size-2 rounded-full border border-muted"
          }
        />
        <span className="max-md:sr-only">{t(`mark.${state.phase}`)}</span>
      </span>
      <div role="status" className="absolute inset-x-0 top-full">
        {"since" in state && <Lost state={state} />}
      </div>
    </div>
  );
}

function Lost({ state }: { state: Extract<LiveState, { since: string }> }) {
  const t = useTranslations("layout.live");
  const locale = useLocale();
  const pathname = usePathname();
  return (
    <p className="flex items-center gap-2 border-b border-line-strong bg-raised px-4 py-1.5 text-xs text-text md:px-6">
      <Clock aria-hidden="true" className="size-4 shrink-0 text-warn" />
      <span>{t(`lost.${state.phase}`, { time: clockTime(locale, state.since, Date.now()) })}</span>
      {state.phase === "over" && (
        <a href={paths.signIn(locale, { next: pathname })} className={linkStyle}>
          {t("signIn")}
        </a>
      )}
    </p>
  );
}
