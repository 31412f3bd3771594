"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { dateText } from "@/lib/i18n/time-format";
import type { AccessItem } from "@/lib/identity/core/members/access-schemas";
import { mayAssign, type Role } from "@/lib/identity/policy";
import { Chip } from "../../ui/chip";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { type Column, Table } from "../../ui/table";
import { toast } from "../../ui/toast";
import { useAct } from "../use-act";
import type { AccessActions } from "./access-actions";
import { AccessEnd } from "./access-end";
import { AccessMark } from "./access-mark";
import { EditAccess } from "./edit-access";
import { MemberSessions } from "./member-sessions";
import { type RowAction, RowMenu } from "./row-menu";

type Props = {
  items: readonly AccessItem[];
  /** The reader's role, where they may change access; null for who only reads. */
  actor: Role | null;
  roles: readonly Role[];
  today: string;
  actions: Pick<AccessActions, "read" | "edit" | "revoke" | "sessions" | "endSessions">;
};

/** Who has, or had, access to the company. */
export function AccessTable({ items, actor, roles, today, actions }: Props) {
  const t = useTranslations("admin.access");
  const roleNames = useTranslations("identity.roles");
  const locale = useLocale();
  const router = useRouter();
  const act = useAct();
  const [open, setOpen] = useState<{ what: RowAction; item: AccessItem }>();
  const close = () => setOpen(undefined);

  const blocked = (item: AccessItem): string | undefined => {
    if (item.is_self) return t("actions.own");
    return mayAssign(actor, item.role) ? undefined : t("actions.ownersOnly");
  };
  const revoke = async (item: AccessItem) => {
    const answer = await act.run(() => actions.revoke({ id: item.id }));
    if (!answer.ok) return act.tell(answer);
    toast.success(t("revoke.done", { name: item.name }));
    router.refresh();
  };

  const columns: Column<AccessItem>[] = [
    {
      key: "person",
      header: t("person"),
      cell: (item) => (
        <span className="grid py-1">
          <span className="flex flex-wrap items-center gap-x-2 text-text">
            {item.name}
            {item.is_self && <Chip>{t("you")}</Chip>}
          </span>
          <span className="wrap-anywhere">{item.email}</span>
        </span>
      ),
    },
    { key: "role", header: t("role"), cell: (item) => roleNames(item.role) },
    { key: "status", header: t("state"), cell: (item) => <AccessMark status={item.status} /> },
    { key: "until", header: t("until"), cell: (item) => <AccessEnd iso={item.expires_at} /> },
    {
      key: "added",
      header: t("added"),
      cell: (item) => <span className="whitespace-nowrap text-muted">{dateText(locale, item.created_at)}</span>,
    },
    ...(actor === null
      ? []
      : [
          {
            key: "actions",
            header: <span className="sr-only">{t("actions.column")}</span>,
            actions: true,
            cell: (item: AccessItem) => (
              <RowMenu item={item} blocked={blocked(item)} onSelect={(what) => setOpen({ what, item })} />
            ),
          },
        ]),
  ];

  return (
    <>
      <Table caption={t("title")} columns={columns} rows={items} rowKey={(item) => item.id} />
      {open?.what === "edit" && (
        <EditAccess
          item={open.item}
          roles={roles}
          today={today}
          actions={actions}
          onSaved={() => router.refresh()}
          onClose={close}
        />
      )}
      {open?.what === "sessions" && (
        <MemberSessions
          item={open.item}
          blocked={mayAssign(actor, open.item.role) ? undefined : t("actions.ownersOnly")}
          actions={actions}
          onClose={close}
        />
      )}
      {open?.what === "revoke" && (
        <ConfirmDialog
          open
          onOpenChange={(next) => !next && close()}
          title={t("revoke.title", { name: open.item.name })}
          effect={t("revoke.effect", { email: open.item.email })}
          confirmLabel={t("revoke.confirm")}
          onConfirm={() => revoke(open.item)}
        />
      )}
    </>
  );
}
