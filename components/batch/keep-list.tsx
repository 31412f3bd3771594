"use client";

import Check from "lucide-react/icons/check";
import { useRouter, useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { FleetComputed } from "@/lib/calculator/schemas";
import { paths } from "@/lib/paths";
import type { Refused } from "../admin/answer";
import { askRest } from "../admin/ask-rest";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import type { Upload } from "./batch-list";
import { BatchRefusal } from "./batch-refusal";
import { KeepProgress } from "./keep-progress";
import type { AskedList } from "./send-list";

type Props = { upload: Upload; computed: FleetComputed };

/** The good rows become the reader's machines. The work that does it stands in the address, so that a reload finds it. */
export function KeepList({ upload, computed }: Props) {
  const t = useTranslations("batch.keep");
  const locale = useLocale();
  const router = useRouter();
  const query = useSearchParams();
  const workId = query.get("keep");
  const { kept } = upload;
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const goTo = (keep: string | undefined) => {
    const { keep: _, ...rest } = Object.fromEntries(query);
    window.history.replaceState(null, "", paths.batchList(locale, upload.id, { ...rest, keep }));
  };
  useEffect(() => {
    if (kept) setAsking(false);
  }, [kept]);

  const keep = async () => {
    setAsking(true);
    setRefused(undefined);
    const answer = await askRest<AskedList>(paths.api.keepBatch(upload.id), {
      method: "POST",
      headers: { "idempotency-key": crypto.randomUUID() },
    });
    if (answer.ok) return goTo(answer.data.work_id);
    setAsking(false);
    setRefused(answer);
  };
  const end = (refusal: Refused | null) => {
    goTo(undefined);
    if (refusal) {
      setAsking(false);
      setRefused(refusal);
    } else router.refresh();
  };

  const { machines, rows, rows_with_own_figures: own } = computed.keepable;
  if (kept) return <Kept kept={kept} />;
  if (rows === 0) return <p className="w-full text-muted">{t("nothing")}</p>;
  return (
    <>
      <Button variant="primary" pending={asking || workId !== null} onClick={() => void keep()}>
        {t("keep", { count: machines })}
      </Button>
      {own > 0 && <p className="order-last w-full text-muted">{t("ownFigures", { count: own })}</p>}
      {(refused || workId !== null) && (
        <div className="order-last w-full">
          {refused && <BatchRefusal refused={refused} />}
          {workId !== null && <KeepProgress id={workId} name={upload.file_name} onEnd={end} />}
        </div>
      )}
    </>
  );
}

function Kept({ kept }: { kept: NonNullable<Upload["kept"]> }) {
  const t = useTranslations("batch.keep");
  const locale = useLocale();
  return (
    <div role="status" className="flex w-full flex-wrap items-center gap-x-3 gap-y-2 border-l-2 border-up py-1 pl-3">
      <span className="flex items-start gap-2">
        <Check aria-hidden="true" className="mt-[0.2em] size-4 shrink-0 text-up" />
        <span>
          {t("kept", { count: kept.machines_kept })}
          {kept.rows_kept_before > 0 && <> {t("before", { count: kept.rows_kept_before })}</>}
          {kept.rows_without_model > 0 && <> {t("withoutModel", { count: kept.rows_without_model })}</>}
        </span>
      </span>
      <ButtonLink href={paths.portfolio(locale)}>{t("open")}</ButtonLink>
    </div>
  );
}
