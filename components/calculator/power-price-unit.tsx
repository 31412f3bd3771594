import { useTranslations } from "next-intl";
import { useUnits } from "@/components/ui/units-provider";
import { FIRST_DRAFT } from "@/lib/calculator/core/draft";
import { parseNumber } from "@/lib/kernel/parse-number";
import { useDraft } from "./draft-context";

/** ¢ or $ a kilowatt-hour, inside the field. Switching rewrites the number, never its meaning. */
export function PowerPriceUnit() {
  const t = useTranslations("calculator");
  const { draft, change } = useDraft();
  const { setUnits } = useUnits();
  const unit = draft.electricity_unit === "dollars" ? "dollars" : "cents";
  const choose = (next: string) => {
    if (next === unit) return;
    const value = parseNumber(draft.electricity_cost ?? FIRST_DRAFT.electricity_cost);
    const text =
      value === null
        ? draft.electricity_cost
        : String(Number((next === "dollars" ? value / 100 : value * 100).toPrecision(12)));
    change({ electricity_unit: next, ...(text === undefined ? {} : { electricity_cost: text }) });
    setUnits({ powerPrice: next === "dollars" ? "usd" : "cent" });
  };
  return (
    <select
      name="electricity_unit"
      aria-label={t("inputs.electricityUnit")}
      value={unit}
      onChange={(event) => choose(event.target.value)}
      className="min-h-10 bg-surface text-base text-muted md:pointer-fine:min-h-8 md:pointer-fine:text-sm"
    >
      <option value="cents">{t("fields.perKwhCents")}</option>
      <option value="dollars">{t("fields.perKwhDollars")}</option>
    </select>
  );
}
