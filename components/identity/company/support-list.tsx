"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { absoluteTime } from "@/lib/i18n/time-format";
import type { SupportItem } from "@/lib/identity/core/platform/schemas";
import { StateMark, type Tone } from "../../admin/state-mark";
import { useAct } from "../../admin/use-act";
import { Button } from "../../ui/button";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { type Column, Table } from "../../ui/table";
import { toast } from "../../ui/toast";
import type { CompanyActions } from "./company-actions";

const TONES: Record<SupportItem["state"], Tone> = { running: "low", ended: "off", expired: "off" };

type Props = {
  items: readonly SupportItem[];
  /** Left out for who only reads. */
  endSupport?: CompanyActions["endSupport"] | undefined;
};

/** Who of the platform looked into the company, why and until when; a look that runs can be ended. */
export function SupportList({ items, endSupport }: Props) {
  const t = useTranslations("company.support");
  const router = useRouter();
  const act = useAct();
  const [ending, setEnding] = useState<SupportItem>();
  const end = async ({ id }: SupportItem) => {
    const answer = endSupport && (await act.run(() => endSupport({ id })));
    if (!answer) return;
    if (answer.ok) toast.success(t("endedNow"));
    else act.tell(answer);
    router.refresh();
  };

  const columns: Column<SupportItem>[] = [
    {
      key: "who",
      header: t("who"),
      cell: ({ platform_email }) => (
        <span className="inline-block wrap-anywhere text-text xl:min-w-60">{platform_email}</span>
      ),
    },
    { key: "why", header: t("why"), cell: ({ reason }) => <span className="wrap-anywhere">{reason}</span> },
    { key: "state", header: t("state"), cell: ({ state }) => <StateMark tone={TONES[state]}>{t(state)}</StateMark> },
    { key: "from", header: t("from"), cell: ({ started_at }) => <Moment iso={started_at} /> },
    {
      key: "until",
      header: t("until"),
      cell: ({ ended_at, expires_at }) => <Moment iso={ended_at ?? expires_at} />,
    },
    ...(endSupport
      ? [
          {
            key: "actions",
            header: <span className="sr-only">{t("actions")}</span>,
            actions: true,
            cell: (item: SupportItem) =>
              item.state === "running" && (
                <Button variant="quiet" onClick={() => setEnding(item)}>
                  {t("end")}
                </Button>
              ),
          },
        ]
      : []),
  ];

  return (
    <>
      <Table caption={t("title")} columns={columns} rows={items} rowKey={({ id }) => id} />
      {ending && (
        <ConfirmDialog
          open
          onOpenChange={(next) => !next && setEnding(undefined)}
          title={t("endTitle", { email: ending.platform_email })}
          effect={t("endEffect")}
          confirmLabel={t("endConfirm")}
          onConfirm={() => end(ending)}
        />
      )}
    </>
  );
}

function Moment({ iso }: { iso: string }) {
  return <time dateTime={iso}>{absoluteTime(useLocale(), iso)}</time>;
}
