"use client";

import Plus from "lucide-react/icons/plus";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { PortfolioSummary } from "@/lib/calculator/schemas";
import type { PickerModel } from "@/lib/machines/schemas";
import { ActionForm } from "../identity/form/action-form";
import { SubmitButton } from "../identity/form/submit-button";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import type { MachineActions, WrittenMachines } from "./machine-actions";
import { MachineFields } from "./machine-fields";
import { PlanNote } from "./plan-note";

type Props = {
  models: readonly PickerModel[];
  today: string;
  /** Null: any number of machines. */
  plan: PortfolioSummary["plan"];
  add: MachineActions["add"];
  onDone: (machines: WrittenMachines | undefined) => void;
};

/** Machines of one model, at one place and price of power. */
export function AddMachines({ models, today, plan, add, onDone }: Props) {
  const t = useTranslations("portfolio.form");
  const [isOpen, setOpen] = useState(false);
  /** Counts the forms: one that was begun stays as it was left, with Esc too, until it is sent. */
  const [form, setForm] = useState(0);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        setForm((count) => Math.max(1, count));
      }}
      kept={form > 0}
      title={t("addTitle")}
      description={t("addText")}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden="true" />
          {t("add")}
        </Button>
      }
    >
      <ActionForm
        key={form}
        action={add}
        onDone={(machines) => {
          setOpen(false);
          setForm((count) => count + 1);
          onDone(machines);
        }}
      >
        {plan && <PlanNote plan={plan} />}
        <MachineFields models={models} today={today} />
        <div className="flex justify-end">
          <SubmitButton>{t("submitAdd")}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
