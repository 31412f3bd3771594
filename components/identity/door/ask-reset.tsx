"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../ui/button";
import { ActionForm } from "../form/action-form";
import { EmailField } from "../form/email-field";
import type { FormAction } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { DoorTitle } from "./door-title";

/** Asks where the link should go; says the same whether there is an account or not. */
export function AskReset({ action }: { action: FormAction }) {
  const t = useTranslations("identity");
  const [sentTo, setSentTo] = useState<string>();
  if (sentTo !== undefined)
    return (
      <div className="grid gap-6">
        <DoorTitle title={t("reset.sentTitle")}>{t("reset.sent", { email: sentTo })}</DoorTitle>
        <Button className="justify-self-start" onClick={() => setSentTo(undefined)}>
          {t("reset.again")}
        </Button>
      </div>
    );
  return (
    <div className="grid gap-6">
      <DoorTitle title={t("reset.title")}>{t("reset.text")}</DoorTitle>
      <ActionForm action={action} onDone={(data) => setSentTo((data as { email: string } | undefined)?.email ?? "")}>
        <EmailField name="email" label={t("fields.email")} maxLength={320} />
        <SubmitButton size="lg">{t("reset.submit")}</SubmitButton>
      </ActionForm>
    </div>
  );
}
