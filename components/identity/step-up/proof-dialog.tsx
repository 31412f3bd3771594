"use client";

import { useTranslations } from "next-intl";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { ActionForm } from "../form/action-form";
import { failedWith } from "../form/form-state";
import { PasswordField } from "../form/password-field";
import { Refusal } from "../form/refusal";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import { passkeyAnswer } from "../passkey";
import { useAttempt } from "../use-attempt";
import type { ProofActions } from "./step-up-provider";

type Props = {
  open: boolean;
  hasSecondFactor: boolean;
  actions: ProofActions;
  onProved: () => void;
  onCancel: () => void;
};

/** A code or a passkey; the password of who has neither. */
export function ProofDialog({ open, hasSecondFactor, actions, onProved, onCancel }: Props) {
  const t = useTranslations("identity.stepUp");
  const { attempt, pending, refused } = useAttempt();
  const byPasskey = async () => {
    const done = await attempt(async () => {
      const answer = await passkeyAnswer(actions.passkeyOptions);
      return answer.ok ? actions.stepUp({ passkey: answer.data }) : answer;
    });
    if (done) onProved();
  };
  const field = hasSecondFactor ? "code" : "password";
  return (
    <Dialog open={open} onOpenChange={(next) => !next && onCancel()} title={t("title")} description={t("text")}>
      <ActionForm
        action={async (_, form) => {
          const answer = await actions.stepUp({ [field]: String(form.get(field) ?? "") });
          return answer.ok ? { status: "done" } : failedWith(answer);
        }}
        onDone={onProved}
      >
        {hasSecondFactor ? (
          <TextField
            name="code"
            label={t("code")}
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={64}
          />
        ) : (
          <PasswordField name="password" label={t("password")} />
        )}
        {refused && <Refusal state={refused} />}
        <div className="flex flex-wrap justify-end gap-2">
          {hasSecondFactor && (
            <Button variant="quiet" pending={pending} onClick={byPasskey}>
              {t("passkey")}
            </Button>
          )}
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
