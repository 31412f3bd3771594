"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Members } from "@/lib/kernel/errors";
import { paths } from "@/lib/paths";
import type { WorkItem } from "@/lib/work/schemas";
import type { Refused } from "../admin/answer";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { EmptyState } from "../ui/empty-state";
import type { Upload } from "./batch-list";
import { BatchRefusal } from "./batch-refusal";
import { useBatchWords } from "./use-batch-words";
import { useReadAgain } from "./use-read-again";

type Props = { upload: Upload; work: WorkItem | null; mayWrite: boolean };

/** A list that was never computed: cancelled, refused for what it is, or failed; and what to do about it. */
export function ListUndone({ upload, work, mayWrite }: Props) {
  const t = useTranslations("batch.undone");
  const words = useBatchWords();
  const locale = useLocale();
  const { again, pending, refused } = useReadAgain(upload);
  const isRefused = work?.state === "failed" && work.refusal !== null;
  const state = isRefused ? "refused" : work?.state === "failed" || work?.state === "cancelled" ? work.state : "lost";
  const text = work?.refusal ? words.ofRefusal(refusalOf(work.refusal)) : t(`${state}.text`);
  const another = (
    <ButtonLink href={paths.batchCalculator(locale)} variant={isRefused ? "primary" : "secondary"}>
      {t("another")}
    </ButtonLink>
  );
  return (
    <>
      {refused && <BatchRefusal refused={refused} />}
      <EmptyState
        title={t(`${state}.title`)}
        text={text}
        actions={
          <>
            {/* What is wrong with the file itself is wrong the next time too. */}
            {mayWrite && !isRefused && (
              <Button variant="primary" pending={pending} onClick={() => void again({})}>
                {t("again")}
              </Button>
            )}
            {another}
          </>
        }
      />
    </>
  );
}

/** What a worker was refused, as if the page itself had been. */
export const refusalOf = ({ code, errors, members }: NonNullable<WorkItem["refusal"]>): Refused => ({
  ...{ ok: false, code, requestId: "", errors },
  members: members as Members,
});
