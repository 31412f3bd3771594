"use client";

import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "../form/action-form";
import type { FormAction } from "../form/form-state";
import { NewPasswordField } from "../form/new-password-field";
import { SubmitButton } from "../form/submit-button";

/** A new password in the place of a forgotten one. */
export function NewPassword({ action, token }: { action: FormAction; token: string }) {
  const t = useTranslations("identity");
  const locale = useLocale();
  return (
    <ActionForm action={action} hidden={{ token, locale }}>
      <NewPasswordField label={t("fields.newPassword")} />
      <SubmitButton size="lg">{t("reset.save")}</SubmitButton>
    </ActionForm>
  );
}
