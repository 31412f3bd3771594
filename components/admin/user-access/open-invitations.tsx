"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { dateText } from "@/lib/i18n/time-format";
import type { InvitationItem } from "@/lib/identity/core/members/invitation-schemas";
import { mayAssign, type Role } from "@/lib/identity/policy";
import { Button } from "../../ui/button";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { RelativeTime } from "../../ui/relative-time";
import { type Column, Table } from "../../ui/table";
import { toast } from "../../ui/toast";
import { useAct } from "../use-act";
import type { AccessActions } from "./access-actions";
import { AccessEnd } from "./access-end";

type Props = { items: readonly InvitationItem[]; actor: Role | null; withdraw: AccessActions["withdraw"] };

/** Who is invited and hasn't answered yet. */
export function OpenInvitations({ items, actor, withdraw }: Props) {
  const t = useTranslations("admin.access");
  const roleNames = useTranslations("identity.roles");
  const locale = useLocale();
  const router = useRouter();
  const act = useAct();
  const [leaving, setLeaving] = useState<InvitationItem>();

  const takeBack = async ({ id, email }: InvitationItem) => {
    const answer = await act.run(() => withdraw({ id }));
    if (!answer.ok) return act.tell(answer);
    toast.success(t("withdraw.done", { email }));
    router.refresh();
  };

  const columns: Column<InvitationItem>[] = [
    {
      key: "email",
      header: t("invited.to"),
      cell: (item) => (
        <span className="grid py-1">
          <span className="wrap-anywhere text-text">{item.email}</span>
          {item.name && <span>{item.name}</span>}
        </span>
      ),
    },
    { key: "role", header: t("role"), cell: (item) => roleNames(item.role) },
    { key: "by", header: t("invited.by"), cell: (item) => item.invited_by },
    { key: "sent", header: t("invited.sent"), cell: (item) => <RelativeTime iso={item.created_at} /> },
    { key: "open", header: t("invited.open"), cell: (item) => dateText(locale, item.expires_at) },
    { key: "until", header: t("until"), cell: (item) => <AccessEnd iso={item.access_expires_at} /> },
    ...(actor === null
      ? []
      : [
          {
            key: "actions",
            header: <span className="sr-only">{t("actions.column")}</span>,
            actions: true,
            cell: (item: InvitationItem) => (
              <Button
                variant="quiet"
                disabledReason={mayAssign(actor, item.role) ? undefined : t("actions.ownersOnly")}
                onClick={() => setLeaving(item)}
              >
                {t("withdraw.open")}
              </Button>
            ),
          },
        ]),
  ];

  return (
    <>
      <Table caption={t("invited.title")} columns={columns} rows={items} rowKey={(item) => item.id} />
      {leaving && (
        <ConfirmDialog
          open
          onOpenChange={(next) => !next && setLeaving(undefined)}
          title={t("withdraw.title", { email: leaving.email })}
          effect={t("withdraw.effect")}
          confirmLabel={t("withdraw.confirm")}
          onConfirm={() => takeBack(leaving)}
        />
      )}
    </>
  );
}
