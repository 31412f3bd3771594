"use client";

import { useTranslations } from "next-intl";
import { Button } from "../../ui/button";
import { ActionForm } from "../form/action-form";
import { type Action, type ActionAnswer, failedWith } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { type AskPasskey, newPasskey, type Registration } from "../passkey";

export type PasskeyActions = {
  beginPasskey: AskPasskey;
  addPasskey: Action<{ label: string; passkey: Registration }, { recovery_codes: string[] | null }>;
};

type Props = {
  actions: PasskeyActions;
  /** With the codes of a first second factor. */
  onDone: (codes: string[] | null) => void;
  onCancel: () => void;
};

/** A name, then the browser's own question. */
export function MakePasskey({ actions, onDone, onCancel }: Props) {
  const t = useTranslations("identity");
  const make = async (label: string): Promise<ActionAnswer<{ recovery_codes: string[] | null }>> => {
    const made = await newPasskey(actions.beginPasskey);
    return made.ok ? actions.addPasskey({ label, passkey: made.data }) : made;
  };
  return (
    <ActionForm<{ recovery_codes: string[] | null }>
      action={async (_, form) => {
        const answer = await make(String(form.get("label") ?? ""));
        return answer.ok ? { status: "done", data: answer.data } : failedWith(answer);
      }}
      onDone={(data) => onDone(data?.recovery_codes ?? null)}
    >
      <TextField
        name="label"
        label={t("passkeys.label")}
        hint={t("passkeys.labelHint")}
        defaultValue={t("passkeys.thisDevice")}
        maxLength={60}
      />
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{t("passkeys.add")}</SubmitButton>
        <Button variant="quiet" onClick={onCancel}>
          {t("totp.cancel")}
        </Button>
      </div>
    </ActionForm>
  );
}
