"use client";

import Plus from "lucide-react/icons/plus";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { dateText } from "@/lib/i18n/time-format";
import { useAct } from "../../admin/use-act";
import { Button } from "../../ui/button";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { Dialog } from "../../ui/dialog";
import { RelativeTime } from "../../ui/relative-time";
import { type Column, Table } from "../../ui/table";
import { toast } from "../../ui/toast";
import { MakePasskey } from "../factors/make-passkey";
import { CodesDialog } from "./codes-dialog";
import type { FactorActions } from "./factor-actions";
import { RenamePasskey } from "./rename-passkey";

export type Passkey = { id: string; label: string; created_at: string; last_used_at: string | null };

type Props = {
  passkeys: readonly Passkey[];
  email: string;
  actions: Pick<FactorActions, "beginPasskey" | "addPasskey" | "renamePasskey" | "removePasskey">;
};

/** The person's passkeys: made, named, removed. */
export function PasskeyList({ passkeys, email, actions }: Props) {
  const t = useTranslations("account.security");
  const locale = useLocale();
  const router = useRouter();
  const act = useAct();
  const [isMaking, setMaking] = useState(false);
  const [codes, setCodes] = useState<string[]>();
  const [renaming, setRenaming] = useState<Passkey>();
  const [leaving, setLeaving] = useState<Passkey>();
  const made = (first: string[] | null) => {
    setMaking(false);
    if (first) setCodes(first);
    else toast.success(t("passkeyMadeNow"));
    router.refresh();
  };
  const remove = async ({ id, label }: Passkey) => {
    const answer = await act.run(() => actions.removePasskey({ id }));
    if (!answer.ok) return act.tell(answer);
    toast.success(t("passkeyRemoved", { name: label }));
    router.refresh();
  };
  const columns: Column<Passkey>[] = [
    { key: "label", header: t("passkeyName"), cell: ({ label }) => <span className="text-text">{label}</span> },
    { key: "made", header: t("passkeyMade"), cell: ({ created_at }) => dateText(locale, created_at) },
    {
      key: "used",
      header: t("passkeyUsed"),
      cell: ({ last_used_at }) => (last_used_at ? <RelativeTime iso={last_used_at} /> : t("never")),
    },
    {
      key: "actions",
      header: <span className="sr-only">{t("actions")}</span>,
      actions: true,
      cell: (passkey) => (
        <span className="flex gap-1">
          <Button variant="quiet" onClick={() => setRenaming(passkey)}>
            {t("rename")}
          </Button>
          <Button variant="quiet" onClick={() => setLeaving(passkey)}>
            {t("remove")}
          </Button>
        </span>
      ),
    },
  ];
  return (
    <div className="grid justify-items-start gap-3">
      {passkeys.length === 0 ? (
        <p className="text-muted">{t("passkeysNone")}</p>
      ) : (
        <Table caption={t("passkeys")} columns={columns} rows={passkeys} rowKey={({ id }) => id} className="w-full" />
      )}
      <Dialog
        open={isMaking}
        onOpenChange={setMaking}
        title={t("addPasskey")}
        description={t("passkeysText")}
        trigger={
          <Button>
            <Plus aria-hidden="true" />
            {t("addPasskey")}
          </Button>
        }
      >
        <MakePasskey actions={actions} onDone={made} onCancel={() => setMaking(false)} />
      </Dialog>
      <RenamePasskey passkey={renaming} rename={actions.renamePasskey} onClose={() => setRenaming(undefined)} />
      <CodesDialog codes={codes} email={email} onDone={() => setCodes(undefined)} />
      {leaving && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setLeaving(undefined)}
          title={t("passkeyRemoveTitle", { name: leaving.label })}
          effect={t("passkeyRemoveEffect")}
          confirmLabel={t("remove")}
          onConfirm={() => remove(leaving)}
        />
      )}
    </div>
  );
}
