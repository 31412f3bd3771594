"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Link } from "@/components/ui/link";
import { paths } from "@/lib/paths";
import { ActionForm } from "../form/action-form";
import { EmailField } from "../form/email-field";
import type { FormAction, FormState } from "../form/form-state";
import { PasswordField } from "../form/password-field";
import { SubmitButton } from "../form/submit-button";
import { linkStyle } from "../link-style";
import { type OtherWayActions, OtherWays } from "./other-ways";
import { type Question, SecondStep } from "./second-step";

type Props = {
  /** A page of ours, checked. */
  next: string;
  actions: OtherWayActions & {
    signIn: FormAction;
    confirmCode: FormAction;
    confirmWithPasskey: Parameters<typeof SecondStep>[0]["confirmWithPasskey"];
  };
};

/** Both steps of signing in, in one place. */
export function SignIn({ next, actions }: Props) {
  const t = useTranslations("identity");
  const locale = useLocale();
  const [question, setQuestion] = useState<Question>();
  const onAsked = ({ code, members }: FormState): boolean => {
    if (code !== "mfa_required" || !members?.mfa_token) return false;
    setQuestion({ token: String(members.mfa_token), methods: [members.mfa_methods ?? []].flat().map(String) });
    return true;
  };
  if (question)
    return <SecondStep {...actions} question={question} next={next} onBack={() => setQuestion(undefined)} />;
  return (
    <div className="grid gap-6">
      <ActionForm action={actions.signIn} hidden={{ locale, next }} onFailed={onAsked}>
        <EmailField name="email" label={t("fields.email")} maxLength={320} />
        <PasswordField
          name="password"
          label={t("fields.password")}
          aside={
            <Link href={paths.forgotPassword(locale)} className={linkStyle}>
              {t("signIn.forgot")}
            </Link>
          }
        />
        <SubmitButton size="lg">{t("signIn.submit")}</SubmitButton>
      </ActionForm>
      <OtherWays next={next} actions={actions} onAsked={onAsked} />
      <p className="text-muted">
        {t("signIn.new")}{" "}
        <Link href={paths.signUp(locale)} className={linkStyle}>
          {t("signIn.signUp")}
        </Link>
      </p>
    </div>
  );
}
