"use client";

import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "../form/action-form";
import { EmailField } from "../form/email-field";
import type { FormAction } from "../form/form-state";
import { NewPasswordField } from "../form/new-password-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";

/** A company and its owner. */
export function SignUp({ action }: { action: FormAction }) {
  const t = useTranslations("identity");
  const locale = useLocale();
  return (
    <ActionForm action={action} hidden={{ locale }}>
      <TextField
        name="company"
        label={t("fields.company")}
        hint={t("signUp.companyHint")}
        autoComplete="organization"
        maxLength={120}
      />
      <TextField name="name" label={t("fields.name")} autoComplete="name" maxLength={80} />
      <EmailField name="email" label={t("fields.email")} maxLength={320} />
      <NewPasswordField label={t("fields.password")} />
      <SubmitButton size="lg">{t("signUp.submit")}</SubmitButton>
    </ActionForm>
  );
}
