"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { toast } from "../../ui/toast";
import { ActionForm } from "../form/action-form";
import { EmailField } from "../form/email-field";
import type { FormAction } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";

/** A link goes to the new address; only who opens it changes anything. */
export function ChangeEmail({ action }: { action: FormAction }) {
  const t = useTranslations("account.security");
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button>{t("changeAddress")}</Button>}
      title={t("changeAddress")}
      description={t("changeAddressText")}
    >
      <ActionForm
        action={action}
        onDone={() => {
          setOpen(false);
          toast.success(t("linkSent"));
        }}
      >
        <EmailField name="email" label={t("newAddress")} autoComplete="email" maxLength={320} />
        <div className="flex justify-end">
          <SubmitButton>{t("sendLink")}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
