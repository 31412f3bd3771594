"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "../../ui/button";
import { ActionForm } from "../form/action-form";
import type { Action, FormAction } from "../form/form-state";
import { Refusal } from "../form/refusal";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { type AskPasskey, type Assertion, passkeyAnswer } from "../passkey";
import { useAttempt } from "../use-attempt";
import { DoorTitle } from "./door-title";

export type Question = { token: string; methods: string[] };

type Props = {
  question: Question;
  next: string;
  confirmCode: FormAction;
  confirmWithPasskey: Action<{ mfa_token: string; passkey: Assertion }, unknown>;
  passkeyOptions: AskPasskey;
  onBack: () => void;
};

/** The second factor, where the password stood a moment ago. */
export function SecondStep({ question, next, confirmCode, confirmWithPasskey, passkeyOptions, onBack }: Props) {
  const t = useTranslations("identity.mfa");
  const locale = useLocale();
  const { attempt, pending, refused } = useAttempt();
  const hasApp = question.methods.includes("otp");
  const byPasskey = async () => {
    const done = await attempt(async () => {
      const answer = await passkeyAnswer(passkeyOptions);
      return answer.ok ? confirmWithPasskey({ mfa_token: question.token, passkey: answer.data }) : answer;
    });
    if (done) window.location.assign(next);
  };
  return (
    <div className="grid gap-6">
      <DoorTitle title={t("title")} />
      {question.methods.includes("passkey") && (
        <div className="grid gap-2">
          {refused && <Refusal state={refused} />}
          <Button variant={hasApp ? "secondary" : "primary"} size="lg" pending={pending} onClick={byPasskey}>
            {t("passkey")}
          </Button>
          <p className="text-xs text-subtle">{t("passkeyHint")}</p>
        </div>
      )}
      <ActionForm action={confirmCode} hidden={{ locale, next, mfa_token: question.token }}>
        <TextField
          name="code"
          label={t(hasApp ? "codeLabel" : "codeOnlyRecovery")}
          hint={hasApp ? t("codeHint") : undefined}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          // The reader has just asked for this field by signing in.
          autoFocus={hasApp}
          maxLength={64}
        />
        <SubmitButton size="lg" variant={hasApp ? "primary" : "secondary"}>
          {t("submit")}
        </SubmitButton>
      </ActionForm>
      <Button variant="quiet" onClick={onBack} className="justify-self-start">
        {t("back")}
      </Button>
    </div>
  );
}
