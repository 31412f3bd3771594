"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { paths } from "@/lib/paths";
import { leave } from "../../layout/leave";
import { Button } from "../../ui/button";
import { ButtonLink } from "../../ui/button-link";
import { DoorTitle } from "../door/door-title";
import type { Action } from "../form/form-state";
import { Refusal } from "../form/refusal";
import { useAttempt } from "../use-attempt";
import { MakePasskey, type PasskeyActions } from "./make-passkey";
import { RecoveryCodes } from "./recovery-codes";
import { type Setup, TotpSetup } from "./totp-setup";

type Props = {
  isNeeded: boolean;
  email: string;
  role: string;
  actions: PasskeyActions & {
    beginTotp: Action<Record<string, never>, Setup>;
    confirmTotp: Action<{ code: string }, { recovery_codes: string[] }>;
    signOut: () => Promise<{ ok: boolean }>;
  };
};

type Step = { at: "choose" } | { at: "app"; setup: Setup } | { at: "passkey" } | { at: "codes"; codes: string[] };

/** The second factor that a role demands, before anything else: choose one, set it up, keep the codes. */
export function Enrol({ isNeeded, email, role, actions }: Props) {
  const t = useTranslations("identity.enrol");
  const locale = useLocale();
  const [step, go] = useState<Step>({ at: "choose" });
  const { attempt, pending, refused } = useAttempt();
  const enter = () => window.location.assign(paths.overview(locale));
  const keep = (codes: string[] | null) => (codes?.length ? go({ at: "codes", codes }) : enter());
  const choose = () => go({ at: "choose" });
  const setUpApp = async () => {
    const begun = await attempt(() => actions.beginTotp({}));
    if (begun) go({ at: "app", setup: begun.data });
  };
  if (step.at === "codes") return <RecoveryCodes codes={step.codes} email={email} onDone={enter} />;
  if (!isNeeded && step.at === "choose")
    return (
      <div className="grid gap-6">
        <DoorTitle title={t("isThere")} />
        <ButtonLink variant="primary" size="lg" href={paths.overview(locale)}>
          {t("done")}
        </ButtonLink>
      </div>
    );
  return (
    <div className="grid gap-6">
      <DoorTitle title={t("title")}>{t("text", { role })}</DoorTitle>
      {step.at === "app" && (
        <TotpSetup setup={step.setup} confirm={actions.confirmTotp} onDone={keep} onCancel={choose} />
      )}
      {step.at === "passkey" && <MakePasskey actions={actions} onDone={keep} onCancel={choose} />}
      {step.at === "choose" && (
        <>
          {refused && <Refusal state={refused} />}
          <Choice title={t("app")} text={t("appText")}>
            <Button variant="primary" pending={pending} onClick={setUpApp}>
              {t("useApp")}
            </Button>
          </Choice>
          <Choice title={t("passkey")} text={t("passkeyText")}>
            <Button onClick={() => go({ at: "passkey" })}>{t("usePasskey")}</Button>
          </Choice>
        </>
      )}
      <Button
        variant="quiet"
        className="justify-self-start"
        onClick={() => void leave(actions.signOut, paths.signIn(locale))}
      >
        {t("later")}
      </Button>
    </div>
  );
}

function Choice({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className="grid justify-items-start gap-2 border-t border-line pt-5">
      <h2 className="text-base">{title}</h2>
      <p className="mb-1 text-muted">{text}</p>
      {children}
    </section>
  );
}
