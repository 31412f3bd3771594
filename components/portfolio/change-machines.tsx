"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import type { PortfolioMachine } from "@/lib/calculator/schemas";
import type { PickerModel, UserMiner } from "@/lib/machines/schemas";
import { ActionForm } from "../identity/form/action-form";
import { type FormAction, IDLE } from "../identity/form/form-state";
import { SubmitButton } from "../identity/form/submit-button";
import { Dialog } from "../ui/dialog";
import { useFigures } from "../ui/units-provider";
import { type Answer, ChangeFields } from "./change-fields";
import { differing, fieldTexts } from "./field-texts";
import type { MachineActions, WrittenMachines } from "./machine-actions";
import { readMachines } from "./read-machines";

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
export function ChangeMachines({ machines, onClose, ...rest }: Props) {
  const t = useTranslations("portfolio.form");
  if (!machines) return null;
  const { quantity, miner_model: model } = machines;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("changeTitle", { quantity, model })}>
      <ChangeForm {...rest} opened={machines} />
    </Dialog>
  );
}

type FormProps = Omit<Props, "machines" | "onClose"> & { opened: UserMiner };

/**
 * Where somebody else was faster, the form stands on what is known now: what was typed is kept, what wasn't touched is
 * theirs, and it can be sent again.
 */
function ChangeForm({ opened, models, today, change, onDone }: FormProps) {
  const t = useTranslations("portfolio.form");
  const show = useFigures();
  const newest = useRef(opened);
  const save: FormAction<Answer> = async (_, form) => {
    const { data: written, ...answer } = await change(IDLE, form);
    if (answer.status === "done") return { ...answer, data: { written } };
    const now = answer.code === "precondition_failed" ? await readMachines(opened.id) : null;
    if (!now) return { ...answer, data: { newest: newest.current } };
    const stood = fieldTexts(newest.current, (price) => show.powerPrice(price).exact);
    const values = answer.values ?? {};
    newest.current = now;
    return {
      ...answer,
      code: "changed_meanwhile",
      values: Object.fromEntries(differing(values, stood).map((field) => [field, values[field] ?? ""])),
      data: { newest: now },
    };
  };
  return (
    <ActionForm action={save} hidden={{ id: opened.id }} onDone={(data) => onDone(data?.written)}>
      <ChangeFields opened={opened} models={models} today={today} />
      <div className="flex justify-end">
        <SubmitButton>{t("submitChange")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
