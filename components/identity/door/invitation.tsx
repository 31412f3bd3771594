"use client";

import { useLocale, useTranslations } from "next-intl";
import { leave } from "../../layout/leave";
import { Button } from "../../ui/button";
import { ActionForm } from "../form/action-form";
import type { FormAction } from "../form/form-state";
import { NewPasswordField } from "../form/new-password-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { Notice } from "./notice";

type Accepting = { action: FormAction; token: string };

/** For who is signed in with the invited address. */
export function AcceptInvitation({ action, token, company }: Accepting & { company: string }) {
  const t = useTranslations("identity.invitation");
  const locale = useLocale();
  return (
    <ActionForm action={action} hidden={{ token, locale }}>
      <SubmitButton size="lg">{t("accept", { company })}</SubmitButton>
    </ActionForm>
  );
}

/** For who is new: the address is confirmed by having the link. */
export function JoinCompany({ action, token, name, words }: Accepting & { name: string; words: readonly string[] }) {
  const t = useTranslations("identity");
  const locale = useLocale();
  return (
    <section className="grid gap-3">
      <h2 className="text-base">{t("invitation.joinTitle")}</h2>
      <ActionForm action={action} hidden={{ token, locale }}>
        <TextField name="name" label={t("fields.name")} defaultValue={name} autoComplete="name" maxLength={80} />
        <NewPasswordField label={t("fields.password")} words={words} />
        <SubmitButton size="lg">{t("invitation.join")}</SubmitButton>
      </ActionForm>
    </section>
  );
}

/** For who is signed in as somebody else. */
export function OtherAccount({
  own,
  invited,
  signOut,
}: {
  own: string;
  invited: string;
  signOut: () => Promise<{ ok: boolean }>;
}) {
  const t = useTranslations("identity.invitation");
  return (
    <div className="grid justify-items-start gap-3">
      <Notice>
        <p className="font-medium">{t("otherTitle", { email: own })}</p>
        <p className="text-muted">{t("otherText", { email: invited })}</p>
      </Notice>
      <Button className="needs-script" onClick={() => void leave(signOut, window.location.href)}>
        {t("signOut")}
      </Button>
    </div>
  );
}
