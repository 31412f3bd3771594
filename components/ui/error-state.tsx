"use client";

import CircleAlert from "lucide-react/icons/circle-alert";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";

type Props = {
  /** What failed, as the reader sees it: "The market could not be loaded". */
  title: string;
  /** What to do. */
  text?: ReactNode;
  code?: string | undefined;
  requestId?: string | undefined;
  onRetry?: () => void;
  retrying?: boolean;
};

/** Something failed: what, what to do, and the two words that support asks for. */
export function ErrorState({ title, text, code, requestId, onRetry, retrying = false }: Props) {
  const t = useTranslations("common");
  return (
    <div role="alert" className="grid justify-items-start gap-2 border-y border-line py-8">
      <p className="flex items-center gap-2 text-base">
        <CircleAlert aria-hidden="true" className="size-4 shrink-0 text-down" />
        {title}
      </p>
      {text && <p className="max-w-[60ch] text-muted">{text}</p>}
      {(code || requestId) && (
        <p className="text-xs break-all text-subtle select-all">
          {[code && `${t("states.code")} ${code}`, requestId && `${t("states.requestId")} ${requestId}`]
            .filter(Boolean)
            .join(" · ")}
        </p>
      )}
      {onRetry && (
        <div className="mt-2">
          <Button onClick={onRetry} pending={retrying}>
            {t("actions.retry")}
          </Button>
        </div>
      )}
    </div>
  );
}
