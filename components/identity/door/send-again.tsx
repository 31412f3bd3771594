"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "../form/action-form";
import type { FormAction } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { Notice } from "./notice";

/** The same mail once more, to the same address. */
export function SendAgain({ action, email }: { action: FormAction; email: string }) {
  const t = useTranslations("identity.mail");
  const router = useRouter();
  const [isSent, setSent] = useState(false);
  return (
    <div className="grid gap-3">
      {isSent && <Notice tone="success">{t("resent")}</Notice>}
      <ActionForm
        action={action}
        hidden={{ email }}
        onDone={() => {
          setSent(true);
          router.refresh();
        }}
      >
        <SubmitButton variant="secondary" className="justify-self-start">
          {t("resend")}
        </SubmitButton>
      </ActionForm>
    </div>
  );
}
