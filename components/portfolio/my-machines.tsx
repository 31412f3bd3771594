"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { Portfolio, PortfolioMachine } from "@/lib/calculator/schemas";
import type { PickerModel } from "@/lib/machines/schemas";
import { paths } from "@/lib/paths";
import { PageHead } from "../admin/page-head";
import { useLiveState } from "../live/use-live-state";
import { ButtonLink } from "../ui/button-link";
import { EmptyState } from "../ui/empty-state";
import { Section } from "../ui/section";
import { toast } from "../ui/toast";
import { UnitSwitch } from "../ui/unit-switch";
import { AddMachines } from "./add-machines";
import { ChangeMachines } from "./change-machines";
import { isBehind } from "./latest-portfolio";
import type { MachineActions, WrittenMachines } from "./machine-actions";
import { MachineTable } from "./machine-table";
import { RetireMachines } from "./retire-machines";
import { Totals } from "./totals";
import { usePortfolio } from "./use-portfolio";
import { useRows } from "./use-rows";

type Props = {
  /** Whose machines they are: the company's and the person's id. */
  keeper: string;
  portfolio: Portfolio;
  items: readonly PortfolioMachine[];
  /** Of the page of machines that is shown. */
  cursor: string | undefined;
  /** What can be added; null for who may only look. */
  models: readonly PickerModel[] | null;
  /** 2026-11-26: nothing is bought after it. */
  today: string;
  actions: MachineActions;
};

/** A person's machines: what they earn together, and each row with what can be done with it. */
export function MyMachines({
  keeper,
  portfolio: rendered,
  items: renderedItems,
  cursor,
  models,
  today,
  actions,
}: Props) {
  const t = useTranslations("portfolio");
  const locale = useLocale();
  const router = useRouter();
  const { portfolio, failing, noteWrite } = usePortfolio(rendered, keeper);
  const isOld = "since" in useLiveState();
  const [open, setOpen] = useState<{ what: "change" | "retire"; machines: PortfolioMachine }>();
  const behind = isBehind(portfolio);
  const isNewer = !behind && (rendered.computed_at ?? "") < (portfolio.computed_at ?? "");
  const items = useRows(renderedItems, keeper, cursor, isNewer ? portfolio.computed_at : null);
  const written = (key: "form.added" | "form.changed" | "retire.done") => (machines: WrittenMachines | undefined) => {
    setOpen(undefined);
    if (!machines) return;
    toast.success(t(key, { quantity: machines.quantity, model: machines.miner_model }));
    noteWrite(machines.portfolio_version);
    router.refresh();
  };
  const add = models && <AddMachines models={models} today={today} add={actions.add} onDone={written("form.added")} />;
  const importList = add && <ButtonLink href={paths.batchCalculator(locale)}>{t("importList")}</ButtonLink>;
  const isEmpty = items.length === 0 && portfolio.machines === 0;
  return (
    <>
      <PageHead
        title={t("title")}
        note={isEmpty ? undefined : t("note", { count: portfolio.machines })}
        tools={
          !isEmpty && (
            <>
              {importList}
              {add}
            </>
          )
        }
      />
      {isEmpty ? (
        <EmptyState
          title={t("empty.title")}
          text={t(add ? "empty.text" : "empty.readOnly")}
          actions={
            <>
              {add}
              {importList}
            </>
          }
        />
      ) : (
        // Not live: what stands here may be old, and must not look current.
        <div className={isOld ? "contents [&_data]:opacity-60" : "contents"}>
          <Totals portfolio={portfolio} failing={failing} />
          <Section
            id="machines"
            title={t("list.title")}
            tools={
              <>
                <UnitSwitch of="hashrate" />
                <UnitSwitch of="powerPrice" />
              </>
            }
          >
            <MachineTable items={items} portfolio={portfolio} onChoose={models ? setOpen : null} />
          </Section>
        </div>
      )}
      {models && open && (
        <>
          <ChangeMachines
            machines={open.what === "change" ? open.machines : undefined}
            models={models}
            today={today}
            change={actions.change}
            onClose={() => setOpen(undefined)}
            onDone={written("form.changed")}
          />
          <RetireMachines
            machines={open.what === "retire" ? open.machines : undefined}
            retire={actions.retire}
            onClose={() => setOpen(undefined)}
            onDone={written("retire.done")}
          />
        </>
      )}
    </>
  );
}
