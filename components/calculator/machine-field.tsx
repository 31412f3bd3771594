import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Chip } from "@/components/ui/chip";
import { Field } from "@/components/ui/field";
import { Picker } from "@/components/ui/picker";
import { useFigures } from "@/components/ui/units-provider";
import { CUSTOM_MACHINE } from "@/lib/calculator/core/machine-of-draft";
import { inlineFigure } from "@/lib/i18n/inline-figure";
import type { PickerModel } from "@/lib/machines/schemas";
import { useDraft } from "./draft-context";
import { DraftField } from "./draft-field";

/** Where the focus goes when another scenario is set beside the first. */
export const MACHINE_FIELD = "calculator-machine";

type Props = { machines: readonly PickerModel[]; machine: PickerModel | null };

/** The machine, its figures as chips, and two fields for a custom one. */
export function MachineField({ machines, machine }: Props) {
  const t = useTranslations("calculator");
  const show = useFigures();
  const { draft, change, problems } = useDraft();
  const problem = problems.find(({ path }) => path === "miner_model");
  const offered = useMemo(() => machines.filter((model) => !model.retired || model === machine), [machines, machine]);
  const items = useMemo(
    () => [
      ...offered.map((model) => ({
        value: model.name,
        label: model.name,
        note: [
          ...(model.status === "announced" ? [t("inputs.announced")] : []),
          inlineFigure(show.efficiency(model.power_w / model.hashrate_th)),
        ].join(" · "),
        keywords: t(`cooling.${model.cooling}`),
      })),
      { value: CUSTOM_MACHINE, label: t("inputs.custom"), note: t("inputs.customHint"), always: true },
    ],
    [offered, show, t],
  );
  const choose = (name: string) => {
    if (name !== CUSTOM_MACHINE) return change({ miner_model: name, hashrate_th: undefined, power_w: undefined });
    change({
      miner_model: CUSTOM_MACHINE,
      hashrate_th: draft.hashrate_th ?? String(machine?.hashrate_th ?? ""),
      power_w: draft.power_w ?? String(machine?.power_w ?? ""),
    });
  };
  return (
    <div className="grid gap-2">
      <Field
        id={MACHINE_FIELD}
        label={t("inputs.machine")}
        aside={t("inputs.models", { count: offered.length })}
        error={problem && t(`errors.${problem.code}`, { limit: problem.limit ?? "" })}
      >
        {(aria) => (
          <Picker
            {...aria}
            name="miner_model"
            items={items}
            value={machine?.name ?? CUSTOM_MACHINE}
            onValueChange={choose}
            label={t("inputs.machine")}
            searchPlaceholder={t("inputs.searchMachine")}
            emptyText={t("inputs.noMachine")}
          />
        )}
      </Field>
      {machine ? (
        <div className="flex flex-wrap gap-1.5">
          <Chip>{inlineFigure(show.hashrate(machine.hashrate_th))}</Chip>
          <Chip>{inlineFigure(show.power(machine.power_w))}</Chip>
          <Chip>{inlineFigure(show.efficiency(machine.power_w / machine.hashrate_th))}</Chip>
          <Chip>{t(`cooling.${machine.cooling}`)}</Chip>
          <Chip>{machine.year}</Chip>
          <button
            type="button"
            onClick={() => choose(CUSTOM_MACHINE)}
            className="needs-script touch -my-1.5 px-1 text-xs text-muted underline underline-offset-4 hover:text-text"
          >
            {t("inputs.ownFigures")}
          </button>
        </div>
      ) : (
        <div className="grid grid-cols-2 gap-3">
          <DraftField name="hashrate_th" label={t("inputs.hashrate_th")} unit="TH/s" />
          <DraftField name="power_w" label={t("inputs.power_w")} unit="W" step={10} />
        </div>
      )}
    </div>
  );
}
