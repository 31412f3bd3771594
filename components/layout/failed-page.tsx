"use client";

import { useLocale, useTranslations } from "next-intl";
import { paths } from "@/lib/paths";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";

type Props = { error: unknown; retry: () => void };

/** What Next shows in place of a page that threw. The digest is the request id of the log line. */
export function FailedPage({ error, retry }: Props) {
  const t = useTranslations("errors.failed");
  const common = useTranslations("common");
  const locale = useLocale();
  const requestId = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <div role="alert" className="page grid justify-items-start gap-3 py-24">
      <p className="text-xs text-subtle">500</p>
      <h1 className="text-xl md:text-2xl">{t("title")}</h1>
      <p className="max-w-[60ch] text-base text-muted">{t("text")}</p>
      {requestId && (
        <p className="text-xs break-all text-subtle select-all">
          {common("states.requestId")} {requestId}
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button variant="primary" onClick={retry}>
          {common("actions.retry")}
        </Button>
        <ButtonLink href={paths.home(locale)}>{t("home")}</ButtonLink>
      </div>
    </div>
  );
}
