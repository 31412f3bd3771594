"use client";

import CircleAlert from "lucide-react/icons/circle-alert";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Refused } from "./answer";
import { useAct } from "./use-act";

type Props = {
  refused: Refused;
  /** Own words for it, where the page knows better. */
  text?: string | undefined;
  action?: ReactNode;
};

/** Why something was refused and what to do, and for a fault of ours the number to report. */
export function RefusedNote({ refused, text, action }: Props) {
  const { say } = useAct();
  const t = useTranslations("common.states");
  return (
    <div role="alert" className="flex gap-2 border-l-2 border-down py-1 pl-3">
      <CircleAlert aria-hidden="true" className="mt-[0.2em] size-4 shrink-0 text-down" />
      <div className="grid justify-items-start gap-2">
        <p>{text ?? say(refused)}</p>
        {refused.requestId && (refused.code === "internal" || refused.code === "unavailable") && (
          <p className="text-xs break-all text-subtle select-all">{`${t("requestId")} ${refused.requestId}`}</p>
        )}
        {action}
      </div>
    </div>
  );
}
