"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "../../ui/dialog";
import { RecoveryCodes } from "../factors/recovery-codes";

type Props = { codes: readonly string[] | undefined; email: string; onDone: () => void };

/** New recovery codes over the page. It closes by the one button that says that they are kept: Esc would lose them. */
export function CodesDialog({ codes, email, onDone }: Props) {
  const t = useTranslations("account.security");
  return (
    <Dialog open={codes !== undefined} onOpenChange={() => {}} title={t("codes")} closable={false}>
      {codes && <RecoveryCodes codes={codes} email={email} onDone={onDone} />}
    </Dialog>
  );
}
