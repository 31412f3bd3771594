"use client";

import dynamic from "next/dynamic";
import { useLocale, useTranslations } from "next-intl";
import type { FleetComputed } from "@/lib/calculator/schemas";
import type { PickerModel } from "@/lib/machines/schemas";
import { paths } from "@/lib/paths";
import { buttonStyle } from "../ui/button-style";
import { Section } from "../ui/section";
import { Skeleton } from "../ui/skeleton";
import { UnitSwitch } from "../ui/unit-switch";
import type { Upload } from "./batch-list";
import { ListTotals } from "./list-totals";
import { MendList } from "./mend-list";

const KeepList = dynamic(() => import("./keep-list").then((module) => module.KeepList), {
  loading: () => <Skeleton className="h-11 w-60" />,
});
const ListTable = dynamic(() => import("./list-table").then((module) => module.ListTable), {
  loading: () => <Skeleton className="h-160" />,
});

type Props = { upload: Upload; computed: FleetComputed; models: readonly PickerModel[] | null };

/** What a list earns: its totals, what can be put right about it, what can be done with it, and every row. */
export function ListResult({ upload, computed, models }: Props) {
  const t = useTranslations("batch.result");
  const isRead = computed.missing.length === 0;
  return (
    <>
      {isRead && <ListTotals computed={computed} />}
      {isRead && (
        <div className="flex flex-wrap items-start gap-x-2 gap-y-3">
          {models && <KeepList upload={upload} computed={computed} />}
          <Downloads id={upload.id} hasErrors={computed.counts.wrong > 0} />
        </div>
      )}
      {models && <MendList key={upload.id} upload={upload} computed={computed} models={models} />}
      {isRead && (
        <Section
          id="rows"
          title={t("rows")}
          tools={
            <>
              <UnitSwitch of="hashrate" />
              <UnitSwitch of="power" />
              <UnitSwitch of="powerPrice" />
            </>
          }
        >
          <ListTable id={upload.id} computed={computed} />
        </Section>
      )}
    </>
  );
}

const FORMATS = ["xlsx", "csv", "pdf"] as const;

/** The result as a file, and what is wrong with the list as one. */
function Downloads({ id, hasErrors }: { id: string; hasErrors: boolean }) {
  const t = useTranslations("batch.result");
  const locale = useLocale();
  return (
    <>
      {FORMATS.map((format) => (
        <a key={format} href={paths.api.batchFile(id, format, locale)} download className={buttonStyle()}>
          {t(format)}
        </a>
      ))}
      {hasErrors && (
        <a href={paths.api.batchErrors(id, locale)} download className={buttonStyle({ variant: "quiet" })}>
          {t("errors")}
        </a>
      )}
    </>
  );
}
