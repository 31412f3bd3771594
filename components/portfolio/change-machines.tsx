"use client";

import { useTranslations } from "next-intl";
import type { PortfolioMachine } from "@/lib/calculator/schemas";
import type { PickerModel } from "@/lib/machines/schemas";
import { ActionForm } from "../identity/form/action-form";
import { SubmitButton } from "../identity/form/submit-button";
import { Dialog } from "../ui/dialog";
import type { MachineActions, WrittenMachines } from "./machine-actions";
import { MachineFields } from "./machine-fields";

type Props = {
  /** The dialog is open while there are some. */
  machines: PortfolioMachine | undefined;
  models: readonly PickerModel[];
  today: string;
  change: MachineActions["change"];
  onClose: () => void;
  onDone: (machines: WrittenMachines | undefined) => void;
};

/** What is known of a row of machines, to be put right. */
export function ChangeMachines({ machines, models, today, change, onClose, onDone }: Props) {
  const t = useTranslations("portfolio.form");
  if (!machines) return null;
  const { id, version, quantity, miner_model: model } = machines;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("changeTitle", { quantity, model })}>
      <ActionForm action={change} hidden={{ id, version: String(version) }} onDone={onDone}>
        <MachineFields models={models} today={today} machines={machines} />
        <div className="flex justify-end">
          <SubmitButton>{t("submitChange")}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
