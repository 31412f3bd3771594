import type { PickerModel } from "@/lib/machines/schemas";
import { ChangeMachines } from "./change-machines";
import type { Choice } from "./list/machine-table";
import type { MachineActions } from "./machine-actions";
import { RetireMachines } from "./retire-machines";
import type { Written } from "./use-written";

type Props = {
  open: Choice;
  models: readonly PickerModel[];
  today: string;
  actions: MachineActions;
  written: Written;
  onClose: () => void;
};

/** What is asked before a row of machines is changed or retired. */
export function MachineDialogs({ open: { what, machines }, models, today, actions, written, onClose }: Props) {
  return (
    <>
      <ChangeMachines
        machines={what === "change" ? machines : undefined}
        models={models}
        today={today}
        change={actions.change}
        onClose={onClose}
        onDone={written("form.changed")}
      />
      <RetireMachines
        machines={what === "retire" ? machines : undefined}
        retire={actions.retire}
        onClose={onClose}
        onDone={written("retire.done")}
      />
    </>
  );
}
