"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState, useTransition } from "react";
import { dateText } from "@/lib/i18n/time-format";
import type { InvitationItem } from "@/lib/identity/core/members/invitation-schemas";
import { mayAssign, type Role } from "@/lib/identity/policy";
import type { Refused } from "../../admin/answer";
import { useAct } from "../../admin/use-act";
import { Button } from "../../ui/button";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { RelativeTime } from "../../ui/relative-time";
import { type Column, Table } from "../../ui/table";
import { toast } from "../../ui/toast";
import type { CompanyActions } from "./company-actions";

type Props = {
  items: readonly InvitationItem[];
  /** The reader's role where it may change invitations. */
  actor: Role | null;
  actions: Pick<CompanyActions, "sendAgain" | "withdraw">;
};

/** Who is invited and hasn't answered: sent again as it was, with a new link, or taken back. */
export function InvitationList({ items, actor, actions }: Props) {
  const t = useTranslations("company.invitations");
  const roleNames = useTranslations("identity.roles");
  const locale = useLocale();
  const router = useRouter();
  const act = useAct();
  const [leaving, setLeaving] = useState<InvitationItem>();
  const [sending, setSending] = useState<string>();
  const [isReading, startReading] = useTransition();
  // An invitation that was sent again is another one: until the list knows, the old row's buttons rest.
  const readAgain = () => startReading(() => router.refresh());
  const [changed, setChanged] = useState<string>();
  const isResting = (id: string) => sending === id || (isReading && changed === id);

  const refuse = (answer: Refused) => {
    const isOver = answer.code === "conflict" && answer.errors === undefined;
    if (isOver) toast.error(t("over"));
    else act.tell(answer);
    if (isOver || answer.code === "not_found") readAgain();
  };
  const sendAgain = async ({ id, email, role, name, access_expires_at }: InvitationItem) => {
    if (sending !== undefined) return;
    setSending(id);
    const answer = await act.run(() =>
      actions.sendAgain({
        email,
        role,
        ...(name === null ? {} : { name }),
        ...(access_expires_at === null ? {} : { access_expires_at }),
      }),
    );
    setSending(undefined);
    if (!answer.ok) return refuse(answer);
    setChanged(id);
    toast.success(t("sentAgain", { email }));
    readAgain();
  };
  const takeBack = async ({ id, email }: InvitationItem) => {
    const answer = await act.run(() => actions.withdraw({ id }));
    if (!answer.ok) return refuse(answer);
    setChanged(id);
    toast.success(t("withdrawn", { email }));
    readAgain();
  };

  const columns: Column<InvitationItem>[] = [
    { key: "email", header: t("to"), cell: ({ email }) => <span className="wrap-anywhere text-text">{email}</span> },
    { key: "role", header: t("role"), cell: ({ role }) => <Whole>{roleNames(role)}</Whole> },
    {
      key: "sent",
      header: t("sent"),
      cell: (item) => (
        <span>{t.rich("sentBy", { time: () => <RelativeTime iso={item.created_at} />, name: item.invited_by })}</span>
      ),
    },
    { key: "open", header: t("open"), cell: (item) => <Whole>{dateText(locale, item.expires_at)}</Whole> },
    {
      key: "until",
      header: t("until"),
      cell: ({ access_expires_at: end }) => <Whole>{end === null ? t("noEnd") : dateText(locale, end)}</Whole>,
    },
    ...(actor === null
      ? []
      : [
          {
            key: "actions",
            header: <span className="sr-only">{t("actions")}</span>,
            actions: true,
            cell: (item: InvitationItem) => {
              const blocked = mayAssign(actor, item.role) ? undefined : t("ownersOnly");
              return (
                <span className="flex flex-wrap justify-end gap-1 xl:flex-nowrap">
                  <Button
                    variant="quiet"
                    pending={isResting(item.id)}
                    disabledReason={blocked}
                    aria-label={t("sendAgainTo", { email: item.email })}
                    onClick={() => void sendAgain(item)}
                  >
                    {t("sendAgain")}
                  </Button>
                  <Button
                    variant="quiet"
                    pending={isResting(item.id)}
                    disabledReason={blocked}
                    aria-label={t("withdrawOf", { email: item.email })}
                    onClick={() => setLeaving(item)}
                  >
                    {t("withdraw")}
                  </Button>
                </span>
              );
            },
          },
        ]),
  ];

  return (
    <>
      <Table caption={t("title")} columns={columns} rows={items} rowKey={({ id }) => id} />
      {leaving && (
        <ConfirmDialog
          open
          onOpenChange={(next) => !next && setLeaving(undefined)}
          title={t("withdrawTitle", { email: leaving.email })}
          effect={t("withdrawEffect")}
          confirmLabel={t("withdrawConfirm")}
          onConfirm={() => takeBack(leaving)}
        />
      )}
    </>
  );
}

/** A short word or a day, which Chinese would break in its middle. */
const Whole = ({ children }: { children: ReactNode }) => <span className="whitespace-nowrap">{children}</span>;
