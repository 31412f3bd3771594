"use client";

import KeyRound from "lucide-react/icons/key-round";
import Wallet from "lucide-react/icons/wallet";
import { useTranslations } from "next-intl";
import type { WalletChain, WalletIntent } from "@/lib/identity/core/factors/judge-wallet-message";
import { Button } from "../../ui/button";
import { type Action, type FormState, failedWith } from "../form/form-state";
import { Refusal } from "../form/refusal";
import { type AskPasskey, type Assertion, passkeyAnswer } from "../passkey";
import { useAttempt } from "../use-attempt";
import { type SignedMessage, walletAnswer } from "../wallet";

export type OtherWayActions = {
  passkeyOptions: AskPasskey;
  signInWithPasskey: Action<{ passkey: Assertion }, unknown>;
  walletMessage: Action<{ address: string; chain_id: WalletChain; intent: WalletIntent }, { message: string }>;
  signInWithWallet: Action<SignedMessage, unknown>;
};

type Props = { next: string; actions: OtherWayActions; onAsked: (state: FormState) => boolean };

/** Signing in by a passkey or a linked wallet. */
export function OtherWays({ next, actions, onAsked }: Props) {
  const t = useTranslations("identity.signIn");
  const passkey = useAttempt();
  const wallet = useAttempt();
  const go = (done: unknown) => done !== undefined && window.location.assign(next);
  const byPasskey = async () =>
    go(
      await passkey.attempt(async () => {
        const answer = await passkeyAnswer(actions.passkeyOptions);
        return answer.ok ? actions.signInWithPasskey({ passkey: answer.data }) : answer;
      }),
    );
  const byWallet = async () => {
    let isAsked = false;
    const done = await wallet.attempt(async () => {
      const signed = await walletAnswer(actions.walletMessage, "sign_in");
      const answer = signed.ok ? await actions.signInWithWallet(signed.data) : signed;
      if (!answer.ok) isAsked = onAsked(failedWith(answer));
      return answer;
    });
    if (!isAsked) go(done);
  };
  const refused = passkey.refused ?? wallet.refused;
  return (
    <div className="needs-script grid gap-3">
      <p className="flex items-center gap-3 text-xs text-subtle before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t("or")}
      </p>
      {refused && refused.code !== "mfa_required" && <Refusal state={refused} />}
      <div className="grid grid-cols-2 gap-2">
        <Button pending={passkey.pending} onClick={byPasskey}>
          <KeyRound aria-hidden="true" />
          {t("passkey")}
        </Button>
        <Button pending={wallet.pending} onClick={byWallet}>
          <Wallet aria-hidden="true" />
          {t("wallet")}
        </Button>
      </div>
    </div>
  );
}
