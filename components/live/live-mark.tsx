"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { keepLive } from "./keep-live";
import type { Whose } from "./live-tab";
import { useLiveState } from "./use-live-state";

/** In the bar of every page of the app: whether what it shows is live, by a word. It also keeps the page so. */
export function LiveMark({ userId, tenantId }: Whose) {
  const t = useTranslations("layout.live.mark");
  const { phase } = useLiveState();
  useEffect(() => keepLive({ userId, tenantId }), [userId, tenantId]);
  return (
    <span className="needs-script flex items-center gap-1.5 text-xs whitespace-nowrap text-muted" data-live={phase}>
      <span
        aria-hidden="true"
        className={`size-2 rounded-full ${phase === "live" ? "animate-beat bg-up" : "border border-muted"}`}
      />
      <span className="max-md:sr-only">{t(phase)}</span>
    </span>
  );
}
