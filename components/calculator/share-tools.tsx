import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Draft } from "@/lib/calculator/core/draft";
import { MAX_SCENARIOS, type PinnedMarket } from "@/lib/calculator/core/link";
import type { CalculateOutput } from "@/lib/calculator/schemas";
import { ReportLinks } from "./report-links";

const ShareDialog = dynamic(() => import("./share-dialog").then((module) => module.ShareDialog), { ssr: false });

type Props = {
  scenarios: readonly Draft[];
  /** The market that the page stands on, without what a scenario sets by hand. */
  market: PinnedMarket;
  result: CalculateOutput;
  names: readonly string[];
  onCompare: () => void;
  /** A field is wrong: there is nothing to share or to keep. */
  invalid: boolean;
};

/** What one does with an answer: keep it, send it, set another beside it. */
export function ShareTools({ scenarios, market, result, names, onCompare, invalid }: Props) {
  const t = useTranslations("calculator");
  const [open, setOpen] = useState(false);
  return (
    <>
      {!invalid && <ReportLinks scenarios={scenarios} market={market} />}
      <Button
        className="needs-script"
        onClick={() => setOpen(true)}
        disabledReason={invalid ? t("errors.keepsLast") : undefined}
      >
        {t("share.open")}
      </Button>
      <Button
        variant="primary"
        className="needs-script"
        onClick={onCompare}
        disabledReason={scenarios.length >= MAX_SCENARIOS ? t("compare.full") : undefined}
      >
        {t("compare.add")}
      </Button>
      {open && (
        <ShareDialog
          scenarios={scenarios}
          market={market}
          result={result}
          machineName={names[0] ?? ""}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
