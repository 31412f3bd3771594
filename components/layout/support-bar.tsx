"use client";

import Eye from "lucide-react/icons/eye";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { absoluteTime } from "@/lib/i18n/time-format";
import { paths } from "@/lib/paths";
import { toast } from "../ui/toast";
import type { ShellActions } from "./reader";

type Props = { company: string; until: string; endSupport: ShellActions["endSupport"] };

/** Over everything while one of the platform's people looks into a company: where, until when, and the way out. */
export function SupportBar({ company, until, endSupport }: Props) {
  const t = useTranslations("layout.support");
  const locale = useLocale();
  const [pending, setPending] = useState(false);
  const end = async () => {
    if (pending) return;
    setPending(true);
    const { ok } = await endSupport().catch(() => ({ ok: false }));
    if (ok) window.location.assign(paths.tenants(locale));
    else {
      setPending(false);
      toast.error(t("endFailed"));
    }
  };
  return (
    <section
      aria-label={t("label")}
      className="sticky top-0 z-40 flex h-[var(--support-bar)] items-center gap-3 bg-down px-4 text-on-gold md:px-6 print:static"
    >
      <Eye aria-hidden="true" className="size-4 shrink-0" />
      <p className="line-clamp-2 min-w-0 flex-1 text-xs font-medium sm:line-clamp-1 sm:text-sm">
        {t("text", { company, until: absoluteTime(locale, until) })}
      </p>
      <button
        type="button"
        onClick={end}
        aria-busy={pending || undefined}
        className="min-h-9 shrink-0 rounded-md border border-on-gold px-3 font-medium focus-visible:outline-on-gold print:hidden"
      >
        {t("end")}
        {pending && "…"}
      </button>
    </section>
  );
}
