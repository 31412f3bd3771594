"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { dateText } from "@/lib/i18n/time-format";
import { StateMark } from "../../admin/state-mark";
import { useAct } from "../../admin/use-act";
import { Button } from "../../ui/button";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { Dialog } from "../../ui/dialog";
import { toast } from "../../ui/toast";
import { type Setup, TotpSetup } from "../factors/totp-setup";
import { SettingRow } from "../settings-section";
import { CodesDialog } from "./codes-dialog";
import type { FactorActions } from "./factor-actions";

type Props = {
  since: string | null;
  email: string;
  actions: Pick<FactorActions, "beginTotp" | "confirmTotp" | "removeTotp">;
};

/** The authenticator app: set up, moved to another phone, turned off. */
export function AppFactor({ since, email, actions }: Props) {
  const t = useTranslations("account.security");
  const locale = useLocale();
  const router = useRouter();
  const act = useAct();
  const [setup, setSetup] = useState<Setup>();
  const [codes, setCodes] = useState<string[]>();
  const [isLeaving, setLeaving] = useState(false);
  const [pending, setPending] = useState(false);
  const begin = async () => {
    setPending(true);
    const answer = await act.run(() => actions.beginTotp({}));
    setPending(false);
    if (answer.ok) setSetup(answer.data);
    else act.tell(answer);
  };
  const remove = async () => {
    const answer = await act.run(() => actions.removeTotp({}));
    if (!answer.ok) return act.tell(answer);
    toast.success(t("appOffNow"));
    router.refresh();
  };
  return (
    <>
      <SettingRow
        label={t("app")}
        value={
          since ? (
            <StateMark tone="good">{t("appOn", { date: dateText(locale, since) })}</StateMark>
          ) : (
            <StateMark tone="off">{t("appOff")}</StateMark>
          )
        }
        actions={
          <>
            <Button pending={pending} onClick={begin}>
              {t(since ? "appReplace" : "appSetUp")}
            </Button>
            {since && (
              <Button variant="quiet" onClick={() => setLeaving(true)}>
                {t("appRemove")}
              </Button>
            )}
          </>
        }
      />
      <Dialog open={setup !== undefined} onOpenChange={(open) => !open && setSetup(undefined)} title={t("app")}>
        {setup && (
          <TotpSetup
            setup={setup}
            confirm={actions.confirmTotp}
            onCancel={() => setSetup(undefined)}
            onDone={(made) => {
              setSetup(undefined);
              setCodes(made);
            }}
          />
        )}
      </Dialog>
      <CodesDialog
        codes={codes}
        email={email}
        onDone={() => {
          setCodes(undefined);
          toast.success(t("appOnNow"));
          router.refresh();
        }}
      />
      <ConfirmDialog
        open={isLeaving}
        onOpenChange={setLeaving}
        title={t("appRemoveTitle")}
        effect={t("appRemoveEffect")}
        confirmLabel={t("appRemove")}
        onConfirm={remove}
      />
    </>
  );
}
