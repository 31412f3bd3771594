"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { figures } from "@/lib/i18n/figures";
import type { WatchedWork, WorkWatch } from "@/lib/work/schemas";
import { Button } from "../../ui/button";
import { ConfirmDialog } from "../../ui/confirm-dialog";
import { RelativeTime } from "../../ui/relative-time";
import { type Column, Table } from "../../ui/table";
import { toast } from "../../ui/toast";
import type { Answer } from "../answer";
import { StateMark } from "../state-mark";
import { useAct } from "../use-act";
import { useSystemNames } from "./names";
import { WORK_TONES } from "./tones";

type Props = { work: WorkWatch; stop: (input: { id: string }) => Promise<Answer<WatchedWork>> };

/** Long work that waits, goes on or failed: what it is, how far, at which try and since when. */
export function WorkTable({ work, stop }: Props) {
  const t = useTranslations("admin.system.work");
  const names = useSystemNames();
  const router = useRouter();
  const act = useAct();
  const [asking, setAsking] = useState<WatchedWork>();
  const columns = useWorkColumns(setAsking);
  const cancel = async ({ id, kind }: WatchedWork) => {
    const answer = await act.run(() => stop({ id }));
    if (!answer.ok) return act.tell(answer);
    toast.success(t("cancel.done", { name: names.job(kind) }));
    router.refresh();
  };
  const { queued, running, waiting, failed_7d: failed } = work;
  return (
    <div className="grid gap-3">
      <p className="text-muted">{t("counts", { queued, running, waiting, failed })}</p>
      {work.items.length === 0 ? (
        <p className="text-muted">{t("empty")}</p>
      ) : (
        <Table caption={t("title")} columns={columns} rows={work.items} rowKey={({ id }) => id} />
      )}
      {asking && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsking(undefined)}
          title={t("cancel.title", { name: names.job(asking.kind) })}
          effect={t("cancel.effect")}
          confirmLabel={t("cancel.confirm")}
          onConfirm={() => cancel(asking)}
        />
      )}
    </div>
  );
}

function useWorkColumns(onCancel: (work: WatchedWork) => void): Column<WatchedWork>[] {
  const t = useTranslations("admin.system.work");
  const names = useSystemNames();
  const show = figures(useLocale());
  const none = <span className="text-muted">{t("none")}</span>;
  return [
    {
      key: "kind",
      header: t("kind"),
      cell: ({ kind }) => (
        <span className="grid py-1">
          <span className="text-text">{names.job(kind)}</span>
          <span className="text-xs text-subtle">{kind}</span>
        </span>
      ),
    },
    {
      key: "state",
      header: t("state"),
      cell: ({ state }) => <StateMark tone={WORK_TONES[state]}>{t(`states.${state}`)}</StateMark>,
    },
    {
      key: "percent",
      header: t("progress"),
      numeric: true,
      cell: ({ percent }) => (percent === null ? none : t("percent", { percent })),
    },
    { key: "attempt", header: t("attempts"), numeric: true, cell: ({ attempt }) => show.number(attempt).text },
    { key: "failures", header: t("failures"), numeric: true, cell: ({ failures }) => show.number(failures).text },
    { key: "age", header: t("asked"), cell: ({ created_at }) => <RelativeTime iso={created_at} /> },
    {
      key: "sign",
      header: t("sign"),
      cell: ({ touched_at }) => (touched_at === null ? none : <RelativeTime iso={touched_at} />),
    },
    {
      key: "actions",
      header: <span className="sr-only">{t("cancel.column")}</span>,
      actions: true,
      cell: (row) =>
        row.can_cancel && (
          <Button
            variant="quiet"
            aria-label={t("cancel.of", { name: names.job(row.kind) })}
            onClick={() => onCancel(row)}
            className="needs-script"
          >
            {t("cancel.button")}
          </Button>
        ),
    },
  ];
}
