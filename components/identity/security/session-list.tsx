"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { OwnSession } from "@/lib/identity/core/sessions/schemas";
import { useAct } from "../../admin/use-act";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chip";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { RelativeTime } from "../../ui/relative-time";
import { type Column, Table } from "../../ui/table";
import { toast } from "../../ui/toast";
import type { Action } from "../form/form-state";

/** As many as one looks through; the rest on demand. */
const FEW = 8;

type Props = {
  sessions: readonly OwnSession[];
  endSession: Action<{ id: string }, unknown>;
  endOthers: Action<Record<string, never>, { ended: number }>;
};

/** Where the person is signed in, and the way to end it. */
export function SessionList({ sessions, endSession, endOthers }: Props) {
  const t = useTranslations("account.security");
  const router = useRouter();
  const act = useAct();
  const [isLeaving, setLeaving] = useState(false);
  const [ending, setEnding] = useState<string>();
  const [isWhole, setWhole] = useState(false);
  const others = sessions.filter(({ is_current }) => !is_current).length;
  const ordered = sessions.toSorted((a, b) => Number(b.is_current) - Number(a.is_current));
  const end = async (id: string) => {
    setEnding(id);
    const answer = await act.run(() => endSession({ id }));
    setEnding(undefined);
    if (!answer.ok) return act.tell(answer);
    toast.success(t("ended"));
    router.refresh();
  };
  const endAll = async () => {
    const answer = await act.run(() => endOthers({}));
    if (!answer.ok) return act.tell(answer);
    toast.success(t("endedOthers", { count: answer.data.ended }));
    router.refresh();
  };
  const columns: Column<OwnSession>[] = [
    {
      key: "device",
      header: t("device"),
      cell: ({ browser, system, device, is_current }) => (
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-text">
          {browser && system ? t("deviceOn", { browser, system }) : device || t("deviceUnknown")}
          {is_current && <Chip>{t("thisDevice")}</Chip>}
        </span>
      ),
    },
    { key: "ip", header: t("ip"), cell: ({ ip }) => <span className="wrap-anywhere">{ip}</span> },
    { key: "company", header: t("company"), cell: ({ company }) => company ?? t("noCompany") },
    { key: "seen", header: t("seen"), cell: ({ last_seen_at }) => <RelativeTime iso={last_seen_at} /> },
    {
      key: "actions",
      header: <span className="sr-only">{t("actions")}</span>,
      actions: true,
      cell: ({ id, is_current }) =>
        !is_current && (
          <Button variant="quiet" pending={ending === id} onClick={() => void end(id)}>
            {t("end")}
          </Button>
        ),
    },
  ];
  return (
    <div className="grid justify-items-start gap-3">
      <Table
        caption={t("sessions")}
        columns={columns}
        rows={isWhole ? ordered : ordered.slice(0, FEW)}
        rowKey={({ id }) => id}
        className="w-full"
      />
      {!isWhole && ordered.length > FEW && (
        <Button variant="quiet" onClick={() => setWhole(true)}>
          {t("showAll", { count: ordered.length })}
        </Button>
      )}
      {others === 0 ? (
        <p className="text-xs text-subtle">{t("onlyThis")}</p>
      ) : (
        <Button onClick={() => setLeaving(true)}>{t("endOthers")}</Button>
      )}
      <ConfirmDialog
        open={isLeaving}
        onOpenChange={setLeaving}
        title={t("endOthersTitle")}
        effect={t("endOthersEffect", { count: others })}
        confirmLabel={t("endOthers")}
        onConfirm={endAll}
      />
    </div>
  );
}
