"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { dateText } from "@/lib/i18n/time-format";
import { useAct } from "../../admin/use-act";
import { Button } from "../../ui/button";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { RelativeTime } from "../../ui/relative-time";
import { type Column, Table } from "../../ui/table";
import { toast } from "../../ui/toast";
import { useHydrated } from "../../ui/use-hydrated";
import { Refusal } from "../form/refusal";
import { useAttempt } from "../use-attempt";
import { hasWallet, walletAnswer } from "../wallet";
import type { FactorActions } from "./factor-actions";

export type Wallet = { address: string; created_at: string; last_used_at: string | null };

type Props = {
  wallets: readonly Wallet[];
  actions: Pick<FactorActions, "walletMessage" | "linkWallet" | "unlinkWallet">;
};

/** Wallets that sign in instead of the password: linked by a message that they sign, nothing is ever sent. */
export function WalletList({ wallets, actions }: Props) {
  const t = useTranslations("account.security");
  const locale = useLocale();
  const router = useRouter();
  const act = useAct();
  const { attempt, pending, refused } = useAttempt();
  const [leaving, setLeaving] = useState<Wallet>();
  const isMissing = useHydrated() && !hasWallet();
  const link = async () => {
    const done = await attempt(async () => {
      const signed = await walletAnswer(actions.walletMessage, "link");
      return signed.ok ? actions.linkWallet(signed.data) : signed;
    });
    if (!done) return;
    toast.success(t("walletLinkedNow"));
    router.refresh();
  };
  const unlink = async ({ address }: Wallet) => {
    const answer = await act.run(() => actions.unlinkWallet({ address }));
    if (!answer.ok) return act.tell(answer);
    toast.success(t("unlinked"));
    router.refresh();
  };
  const columns: Column<Wallet>[] = [
    {
      key: "address",
      header: t("walletAddress"),
      cell: ({ address }) => <span className="font-mono wrap-anywhere text-text">{address}</span>,
    },
    { key: "linked", header: t("walletLinked"), cell: ({ created_at }) => dateText(locale, created_at) },
    {
      key: "used",
      header: t("passkeyUsed"),
      cell: ({ last_used_at }) => (last_used_at ? <RelativeTime iso={last_used_at} /> : t("never")),
    },
    {
      key: "actions",
      header: <span className="sr-only">{t("actions")}</span>,
      actions: true,
      cell: (wallet) => (
        <Button variant="quiet" onClick={() => setLeaving(wallet)}>
          {t("unlink")}
        </Button>
      ),
    },
  ];
  return (
    <div className="grid justify-items-start gap-3">
      {wallets.length === 0 ? (
        <p className="text-muted">{t("walletsNone")}</p>
      ) : (
        <Table
          caption={t("wallets")}
          columns={columns}
          rows={wallets}
          rowKey={({ address }) => address}
          className="w-full"
        />
      )}
      {refused && refused.code !== "step_up_required" && <Refusal state={refused} />}
      {isMissing ? (
        <p className="text-xs text-subtle">{t("walletMissing")}</p>
      ) : (
        <Button pending={pending} onClick={link}>
          {t("linkWallet")}
        </Button>
      )}
      {leaving && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setLeaving(undefined)}
          title={t("unlinkTitle")}
          effect={t("unlinkEffect", { address: leaving.address })}
          confirmLabel={t("unlink")}
          onConfirm={() => unlink(leaving)}
        />
      )}
    </div>
  );
}
