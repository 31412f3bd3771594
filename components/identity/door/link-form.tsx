"use client";

import { useLocale } from "next-intl";
import { ActionForm } from "../form/action-form";
import type { FormAction } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";

/** One button under what the link of a mail does: opening a link must never do it by itself. */
export function LinkForm({ action, token, label }: { action: FormAction; token: string; label: string }) {
  const locale = useLocale();
  return (
    <ActionForm action={action} hidden={{ token, locale }}>
      <SubmitButton size="lg">{label}</SubmitButton>
    </ActionForm>
  );
}
