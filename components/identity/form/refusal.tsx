"use client";

import CircleAlert from "lucide-react/icons/circle-alert";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/paths";
import type { FormState } from "./form-state";
import { useErrorWords } from "./use-error-words";

/** Why something was refused and what to do, and for a fault of ours the number to report. */
export function Refusal({ state }: { state: FormState }) {
  const words = useErrorWords();
  const t = useTranslations("identity.errors");
  const locale = useLocale();
  return (
    <div
      role="alert"
      data-form-alert
      tabIndex={-1}
      className="flex gap-2 border-l-2 border-down py-1 pl-3 focus-visible:outline-offset-4"
    >
      <CircleAlert aria-hidden="true" className="mt-[0.2em] size-4 shrink-0 text-down" />
      <div className="grid gap-0.5">
        <p>{words.ofForm(state)}</p>
        {state.code === "plan_limit" && (
          <Link href={paths.pricing(locale)} className="touch inline-flex items-center underline underline-offset-4">
            {t("plan_limit_link")}
          </Link>
        )}
        {state.requestId && (state.code === "internal" || state.code === "unavailable") && (
          <p className="text-xs break-all text-subtle select-all">{words.request(state.requestId)}</p>
        )}
      </div>
    </div>
  );
}
