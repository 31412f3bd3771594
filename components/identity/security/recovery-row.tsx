"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { dateText } from "@/lib/i18n/time-format";
import { useAct } from "../../admin/use-act";
import { Button } from "../../ui/button";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { SettingRow } from "../settings-section";
import { CodesDialog } from "./codes-dialog";
import type { FactorActions } from "./factor-actions";

type Props = {
  left: number;
  madeAt: string | null;
  email: string;
  newRecoveryCodes: FactorActions["newRecoveryCodes"];
};

/** How many recovery codes are left, and new ones in their place. */
export function RecoveryRow({ left, madeAt, email, newRecoveryCodes }: Props) {
  const t = useTranslations("account.security");
  const locale = useLocale();
  const router = useRouter();
  const act = useAct();
  const [isAsking, setAsking] = useState(false);
  const [codes, setCodes] = useState<string[]>();
  const renew = async () => {
    const answer = await act.run(() => newRecoveryCodes({}));
    if (answer.ok) setCodes(answer.data.recovery_codes);
    else act.tell(answer);
  };
  return (
    <>
      <SettingRow
        label={t("codes")}
        value={madeAt ? t("codesLeft", { count: left, date: dateText(locale, madeAt) }) : t("codesNone")}
        actions={madeAt && <Button onClick={() => setAsking(true)}>{t("codesNew")}</Button>}
      />
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("codesNewTitle")}
        effect={t("codesNewEffect")}
        confirmLabel={t("codesNew")}
        onConfirm={renew}
      />
      <CodesDialog
        codes={codes}
        email={email}
        onDone={() => {
          setCodes(undefined);
          router.refresh();
        }}
      />
    </>
  );
}
