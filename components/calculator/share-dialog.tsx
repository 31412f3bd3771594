"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { CopyButton } from "@/components/ui/copy-button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useFigures } from "@/components/ui/units-provider";
import type { Draft } from "@/lib/calculator/core/draft";
import { type PinnedMarket, writeLink } from "@/lib/calculator/core/link";
import type { CalculateOutput } from "@/lib/calculator/schemas";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import { paths } from "@/lib/paths";
import { QrCode } from "../ui/qr-code";

type Props = {
  scenarios: readonly Draft[];
  market: PinnedMarket;
  result: CalculateOutput;
  machineName: string;
  onClose: () => void;
};

/** The link with everything in it, to copy or to scan, with the market pinned or left live. */
export function ShareDialog({ scenarios, market, result, machineName, onClose }: Props) {
  const t = useTranslations("calculator.share");
  const locale = useLocale();
  const show = useFigures();
  const [live, setLive] = useState(false);
  const query = writeLink({ scenarios: [...scenarios], pinned: live ? null : market }).toString();
  const link = `${window.location.origin}${paths.calculator(locale)}${query ? `?${query}` : ""}`;
  const summary = t("summary", {
    quantity: result.assumptions.quantity,
    machine: machineName,
    price: inlineFigure(show.powerPrice(result.assumptions.electricity_cost)),
    profit: inlineFigure(show.usd(result.daily_profit, { signed: true })),
    btc: inlineFigure(show.usd(result.market.btc_price.value, { digits: 0 })),
    difficulty: inlineFigure(show.difficulty(result.market.difficulty.value)),
  });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title")}
      description={live ? t("liveText") : t("pinnedText")}
    >
      <Field id="share-link" label={t("link")}>
        {(aria) => <Input {...aria} readOnly value={link} onFocus={(event) => event.target.select()} />}
      </Field>
      <Checkbox label={t("live")} checked={live} onChange={(event) => setLive(event.target.checked)} />
      <div className="flex flex-wrap items-center gap-2">
        <CopyButton text={link} label={t("copy")} variant="secondary" />
        <CopyButton text={`${summary}\n${link}`} label={t("copySummary")} />
      </div>
      <QrCode text={link} label={t("qr")} className="mx-auto max-w-60" />
    </Dialog>
  );
}
