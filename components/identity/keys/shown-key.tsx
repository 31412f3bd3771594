"use client";

import { useTranslations } from "next-intl";
import { Button } from "../../ui/button";
import { CopyButton } from "../../ui/copy-button";
import { Dialog } from "../../ui/dialog";
import { useHydrated } from "../../ui/use-hydrated";
import type { NewKey } from "./key-actions";

type Props = { made: NewKey | undefined; onDone: () => void };

/** The whole key, this one time. It closes by the one button that says that it is kept. */
export function ShownKey({ made, onDone }: Props) {
  const t = useTranslations("account.keys");
  const origin = useHydrated() ? window.location.origin : "";
  const example = `curl -H "X-API-Key: ${made?.key ?? ""}" ${origin}/api/network-stats`;
  return (
    <Dialog
      open={made !== undefined}
      onOpenChange={() => {}}
      closable={false}
      title={t("shownTitle")}
      description={t("shownText")}
    >
      <div className="grid justify-items-start gap-2">
        <p
          className="w-full rounded-md border border-line-strong px-3 py-2 font-mono wrap-anywhere select-all"
          translate="no"
        >
          {made?.key}
        </p>
        <CopyButton text={made?.key ?? ""} label={t("copyKey")} variant="secondary" />
      </div>
      <div className="grid gap-1">
        <p className="text-xs text-muted">{t("example")}</p>
        <p className="font-mono text-xs wrap-anywhere text-muted select-all" translate="no">
          {example}
        </p>
      </div>
      <div className="flex justify-end">
        <Button variant="primary" onClick={onDone}>
          {t("kept")}
        </Button>
      </div>
    </Dialog>
  );
}
