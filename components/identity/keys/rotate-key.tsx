"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "../../ui/dialog";
import { ActionForm } from "../form/action-form";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import type { KeyActions, NewKey } from "./key-actions";
import { type KeyDays, LastDayField } from "./last-day-field";

type Props = {
  target: { id: string; name: string } | undefined;
  days: KeyDays;
  rotateKey: KeyActions["rotateKey"];
  onClose: () => void;
  onMade: (key: NewKey) => void;
};

/** A new key beside the old one, for as long as programs need to change over. */
export function RotateKey({ target, days, rotateKey, onClose, onMade }: Props) {
  const t = useTranslations("account.keys");
  return (
    <Dialog
      open={target !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title={t("rotateTitle", { name: target?.name ?? "" })}
      description={t("rotateText")}
    >
      <ActionForm
        action={rotateKey}
        hidden={{ id: target?.id }}
        onDone={(key) => {
          onClose();
          if (key) onMade(key);
        }}
      >
        <TextField
          name="overlap_hours"
          label={t("overlap")}
          hint={t("overlapHint")}
          unit={t("hours")}
          defaultValue="24"
          inputMode="numeric"
          maxLength={3}
        />
        <LastDayField days={days} hint={t("rotateExpiresHint")} />
        <div className="flex justify-end">
          <SubmitButton>{t("rotateSubmit")}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
