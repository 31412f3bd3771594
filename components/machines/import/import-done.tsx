"use client";

import Check from "lucide-react/icons/check";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { ImportOutcome } from "@/lib/machines/core/import/schemas";
import { paths } from "@/lib/paths";
import { Button } from "../../ui/button";
import { ButtonLink } from "../../ui/button-link";

/** What became of the file. */
export function ImportDone({ outcome, onAnother }: { outcome: ImportOutcome; onAnother: () => void }) {
  const t = useTranslations("catalogue.importer");
  const locale = useLocale();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="grid justify-items-start gap-2 border-y border-line py-10">
      <h2 ref={title} tabIndex={-1} className="flex items-center gap-2 text-base">
        <Check aria-hidden="true" className="size-4 text-up" />
        {t("doneTitle", { count: outcome.added })}
      </h2>
      {outcome.added > 0 && <p className="text-muted">{t("doneText")}</p>}
      {outcome.skipped.length > 0 && (
        <p className="text-muted">{t("doneSkipped", { count: outcome.skipped.length })}</p>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        <ButtonLink href={paths.catalogueAdmin(locale, { sort: "changed" })} variant="primary">
          {t("toList")}
        </ButtonLink>
        <Button onClick={onAnother}>{t("another")}</Button>
      </div>
    </div>
  );
}
