"use client";

import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import type { z } from "zod";
import type { FleetUpload } from "@/lib/calculator/schemas";
import type { PickerModel } from "@/lib/machines/schemas";
import { paths } from "@/lib/paths";
import type { WorkItem } from "@/lib/work/schemas";
import { PageHead } from "../admin/page-head";
import { ButtonLink } from "../ui/button-link";
import { RelativeTime } from "../ui/relative-time";
import { Skeleton } from "../ui/skeleton";
import { ListResult } from "./list-result";

const ListWork = dynamic(() => import("./list-work").then((module) => module.ListWork), {
  loading: () => <Skeleton className="h-20" />,
});

export type Upload = z.output<typeof FleetUpload>;

type Props = {
  upload: Upload;
  /** How its computing fares; null where that isn't known any more. */
  work: WorkItem | null;
  /** What its names may mean; null for who may only look. */
  models: readonly PickerModel[] | null;
};

/** A list that was handed in: how far it is, and then what it earns, at the same address. */
export function BatchList({ upload, work, models }: Props) {
  const t = useTranslations("batch.list");
  const locale = useLocale();
  return (
    <>
      <PageHead
        title={<span className="wrap-anywhere">{upload.file_name}</span>}
        note={t.rich("sent", { time: () => <RelativeTime iso={upload.created_at} /> })}
        tools={<ButtonLink href={paths.batchCalculator(locale)}>{t("another")}</ButtonLink>}
      />
      {upload.computed ? (
        <ListResult upload={upload} computed={upload.computed} models={models} />
      ) : (
        <ListWork upload={upload} rendered={work} mayWrite={models !== null} />
      )}
    </>
  );
}
