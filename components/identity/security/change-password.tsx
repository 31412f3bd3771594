"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { toast } from "../../ui/toast";
import { ActionForm } from "../form/action-form";
import type { FormAction } from "../form/form-state";
import { NewPasswordField } from "../form/new-password-field";
import { PasswordField } from "../form/password-field";
import { SubmitButton } from "../form/submit-button";

type Props = { action: FormAction; words: readonly string[] };

/** The old one, the new one; every other session ends. */
export function ChangePassword({ action, words }: Props) {
  const t = useTranslations("account.security");
  const fields = useTranslations("identity.fields");
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button>{t("changePassword")}</Button>}
      title={t("changePassword")}
      description={t("passwordText")}
    >
      <ActionForm
        action={action}
        onDone={() => {
          setOpen(false);
          toast.success(t("passwordChanged"));
        }}
      >
        <PasswordField name="current_password" label={fields("currentPassword")} />
        <NewPasswordField name="new_password" label={fields("newPassword")} words={words} />
        <div className="flex justify-end">
          <SubmitButton>{t("changePassword")}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
