"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import type { Refused } from "../admin/answer";
import { Progress } from "../ui/progress";
import { useWork } from "../work/use-work";
import { refusalOf } from "./list-undone";

type Props = {
  id: string;
  name: string;
  /** Over: why it failed, or nothing where the machines are kept or it was cancelled. */
  onEnd: (refused: Refused | null) => void;
};

const FAILED: Refused = { ok: false, code: "internal", requestId: "" };

/** How far the machines of a list are on their way into the portfolio. */
export function KeepProgress({ id, name, onEnd }: Props) {
  const t = useTranslations("batch.keep");
  const { work, isOver, pace } = useWork(id, null);
  const end = useEffectEvent(() => {
    if (work?.state !== "failed") return onEnd(null);
    onEnd(work.refusal ? refusalOf(work.refusal) : FAILED);
  });
  useEffect(() => {
    if (isOver) end();
  }, [isOver]);
  if (!work || work.total === null) return null;
  return (
    <div className="w-full max-w-160">
      <Progress label={t("keeping", { name })} done={work.done ?? 0} total={work.total} {...pace} />
    </div>
  );
}
