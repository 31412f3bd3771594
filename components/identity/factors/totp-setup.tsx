"use client";

import { useTranslations } from "next-intl";
import { Button } from "../../ui/button";
import { CopyButton } from "../../ui/copy-button";
import { QrCode } from "../../ui/qr-code";
import { ActionForm } from "../form/action-form";
import { type Action, failedWith } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";

export type Setup = { secret: string; otpauth_url: string };

type Props = {
  setup: Setup;
  confirm: Action<{ code: string }, { recovery_codes: string[] }>;
  onDone: (codes: string[]) => void;
  onCancel: () => void;
};

/** Scan or type the key, then prove that the app has it. */
export function TotpSetup({ setup, confirm, onDone, onCancel }: Props) {
  const t = useTranslations("identity.totp");
  const groups = setup.secret.match(/.{1,4}/g) ?? [];
  return (
    <div className="grid gap-5">
      <div className="grid justify-items-start gap-2">
        <p>{t("scan")}</p>
        <QrCode text={setup.otpauth_url} label={t("qr")} />
      </div>
      <div className="grid justify-items-start gap-1">
        <p className="text-muted">{t("type")}</p>
        <p className="font-mono text-base wrap-anywhere select-all" translate="no">
          {groups.join(" ")}
        </p>
        <CopyButton text={setup.secret} label={t("copyKey")} variant="secondary" />
      </div>
      <ActionForm<{ recovery_codes: string[] }>
        action={async (_, form) => {
          const answer = await confirm({ code: String(form.get("code") ?? "") });
          return answer.ok ? { status: "done", data: answer.data } : failedWith(answer);
        }}
        onDone={(data) => onDone(data?.recovery_codes ?? [])}
      >
        <TextField
          name="code"
          label={t("code")}
          hint={t("expires")}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
        />
        <div className="flex flex-wrap gap-2">
          <SubmitButton>{t("confirm")}</SubmitButton>
          <Button variant="quiet" onClick={onCancel}>
            {t("cancel")}
          </Button>
        </div>
      </ActionForm>
    </div>
  );
}
