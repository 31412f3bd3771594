import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { FieldProblem } from "../../calculator/field-problem";
import { Button } from "../../ui/button";
import { AnalysisNumber } from "../analysis-number";
import type { Axis, AxisDraft } from "./heatmap-draft";

type Props = {
  axis: Axis;
  unit: ReactNode;
  draft: AxisDraft;
  /** What the server has where nothing is typed. */
  shown: AxisDraft;
  problems: readonly FieldProblem[];
  onChange: (axis: AxisDraft) => void;
};

const ENDS = ["from", "to"] as const;
const EMPTY: AxisDraft = { from: "", to: "", steps: "" };

/** Where an axis begins and ends, and in how many values. Empty it is the usual one. */
export function AxisFields({ axis, unit, draft, shown, problems, onChange }: Props) {
  const t = useTranslations("heatmap");
  const problemOf = (name: string) => problems.find(({ path }) => path === `${axis}.${name}`);
  const isTyped = draft.from !== "" || draft.to !== "" || draft.steps !== "";
  // One end alone is no axis: the other one is what is shown.
  const change = (name: keyof AxisDraft, text: string) =>
    onChange(isTyped ? { ...draft, [name]: text } : { ...shown, [name]: text });
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1.5 text-sm text-text">{t(`axes.${axis}`)}</legend>
      <div className="grid grid-cols-2 gap-3">
        {ENDS.map((name) => (
          <AnalysisNumber
            key={name}
            label={t(name)}
            unit={unit}
            value={draft[name]}
            placeholder={shown[name]}
            problem={problemOf(name)}
            onValueChange={(text) => change(name, text)}
          />
        ))}
      </div>
      <div className="grid grid-cols-2 items-end gap-3">
        <AnalysisNumber
          label={t("steps")}
          value={draft.steps}
          placeholder={shown.steps}
          problem={problemOf("steps")}
          onValueChange={(text) => change("steps", text)}
        />
        {isTyped && (
          <Button variant="quiet" onClick={() => onChange(EMPTY)}>
            {t("usual")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
