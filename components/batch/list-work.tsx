"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { paths } from "@/lib/paths";
import type { WorkItem } from "@/lib/work/schemas";
import { askRest } from "../admin/ask-rest";
import { useAct } from "../admin/use-act";
import { Button } from "../ui/button";
import { Progress } from "../ui/progress";
import { followWork } from "../work/follow-work";
import { useWork } from "../work/use-work";
import type { Upload } from "./batch-list";
import { ListUndone } from "./list-undone";

type Props = { upload: Upload; rendered: WorkItem | null; mayWrite: boolean };

/** How far a worker is with a list: done, rate, time left, a way out; then what it gave, or why it gave nothing. */
export function ListWork({ upload, rendered, mayWrite }: Props) {
  const t = useTranslations("batch.work");
  const locale = useLocale();
  const router = useRouter();
  const { work, isOver, failing, pace, refetch } = useWork(upload.id, rendered);
  const isDone = work?.state === "done";
  const follow = useEffectEvent(() => {
    if (isOver) return;
    const words = {
      done: t("toastDone", { name: upload.file_name }),
      failed: t("toastFailed", { name: upload.file_name }),
    };
    followWork(upload.id, { ...words, open: t("open") }, () => router.push(paths.batchList(locale, upload.id)));
  });
  useEffect(() => follow(), []);
  useEffect(() => {
    if (isDone) router.refresh();
  }, [isDone, router]);

  const hasNone = rendered === null || rendered.state === "done";
  if (hasNone || (isOver && !isDone)) return <ListUndone upload={upload} work={work} mayWrite={mayWrite} />;
  return (
    <div className="grid gap-3 border-y border-line py-6" aria-busy={!isOver}>
      <Progress
        label={t(phaseOf(work))}
        done={work?.done ?? 0}
        total={work?.total ?? 0}
        {...pace}
        action={work?.can_cancel && <Cancel id={upload.id} onDone={() => void refetch()} />}
      />
      <p className="text-xs text-subtle">{t("stays")}</p>
      <p role="status" className="text-muted">
        {failing ? t("failing") : ""}
      </p>
    </div>
  );
}

/** What the work is at; while nobody knows how many rows there are, none are counted. */
function phaseOf(work: WorkItem | null | undefined): "waiting" | "queued" | "running" | "starting" {
  if (work?.state === "waiting" || work?.state === "queued") return work.state;
  return work?.total ? "running" : "starting";
}

function Cancel({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useTranslations("batch.work");
  const { tell } = useAct();
  const [pending, setPending] = useState(false);
  const cancel = async () => {
    setPending(true);
    const answer = await askRest<WorkItem>(paths.api.cancelWork(id), { method: "POST" });
    setPending(false);
    // What is over by now needs no telling.
    if (!answer.ok && answer.code !== "conflict") tell(answer);
    onDone();
  };
  return (
    <Button onClick={cancel} pending={pending}>
      {t("cancel")}
    </Button>
  );
}
