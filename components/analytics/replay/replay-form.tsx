import { useTranslations } from "next-intl";
import type { KnownRange } from "@/lib/analytics/schemas";
import type { PickerModel } from "@/lib/machines/schemas";
import { DraftField } from "../../calculator/draft-field";
import type { FieldProblem } from "../../calculator/field-problem";
import { PoolMethodField } from "../../calculator/pool-method-field";
import { PowerPriceUnit } from "../../calculator/power-price-unit";
import { Checkbox } from "../../ui/checkbox";
import { Disclosure } from "../../ui/disclosure";
import { Segmented } from "../../ui/segmented";
import { isOwn } from "../fleet/fleet-draft";
import { FleetField } from "../fleet/fleet-field";
import type { ReplayDraft } from "./replay-draft";
import { SpanField } from "./span-field";

type Props = {
  draft: ReplayDraft;
  onChange: (fields: Partial<ReplayDraft>) => void;
  problems: readonly FieldProblem[];
  known: KnownRange;
  models: readonly PickerModel[];
  ownMachines: number;
};

const ADVANCED = ["pool_method", "pool_fee2_pct", "rejected_pct", "hashrate_decay_pct_year", "other_costs_usd_day"];

/** What a replay can be asked: whose machines, which days, at which terms. */
export function ReplayForm({ draft, onChange, problems, known, models, ownMachines }: Props) {
  const t = useTranslations("replay.form");
  const inputs = useTranslations("calculator.inputs");
  const fields = useTranslations("calculator.fields");
  const help = useTranslations("calculator.help");
  const own = isOwn(draft.fleet, ownMachines);
  const isHiddenWrong = problems.some(({ path }) => ADVANCED.includes(path));
  return (
    <>
      <FleetField
        fleet={draft.fleet}
        onChange={(fleet) => onChange({ fleet })}
        models={models}
        ownMachines={ownMachines}
        problems={problems}
        ask={{ price: true, since: draft.countFrom === "purchase" }}
      />
      <SpanField draft={draft} known={known} problems={problems} onChange={onChange} />
      <DraftField
        name="electricity_cost"
        label={inputs("electricity_cost")}
        unit={<PowerPriceUnit />}
        step={draft.terms.electricity_unit === "dollars" ? 0.001 : 0.1}
        hint={own ? t("ownPower") : undefined}
      />
      <div className="grid grid-cols-2 gap-3">
        <DraftField name="pool_fee_pct" label={inputs("pool_fee_pct")} unit="%" step={0.1} />
        <DraftField name="uptime_pct" label={inputs("uptime_pct")} unit="%" step={0.5} />
      </div>
      <Checkbox
        label={t("standsStill")}
        hint={t("standsStillHint")}
        checked={draft.standsStill}
        onChange={(event) => onChange({ standsStill: event.target.checked })}
      />
      <div className="grid gap-1.5">
        <span aria-hidden="true" className="text-xs text-muted">
          {t("countFrom")}
        </span>
        <Segmented
          name="count_from"
          label={t("countFrom")}
          options={[
            { value: "start", label: t("countStart") },
            { value: "purchase", label: t("countPurchase") },
          ]}
          value={draft.countFrom}
          onValueChange={(countFrom) => onChange({ countFrom })}
        />
        <p className="text-xs text-subtle">{t(draft.countFrom === "start" ? "countStartHint" : "countPurchaseHint")}</p>
      </div>
      <Disclosure title={inputs("advanced")} note={t("advancedNote")} {...(isHiddenWrong ? { open: true } : {})}>
        <PoolMethodField />
        <DraftField
          name="rejected_pct"
          label={fields("rejected_pct")}
          unit="%"
          step={0.1}
          hint={help("rejected_pct")}
        />
        <DraftField
          name="hashrate_decay_pct_year"
          label={fields("hashrate_decay_pct_year")}
          unit="%"
          step={0.5}
          hint={help("hashrate_decay_pct_year")}
        />
        <DraftField
          name="other_costs_usd_day"
          label={fields("other_costs_usd_day")}
          unit="$"
          step={10}
          hint={help("other_costs_usd_day")}
        />
      </Disclosure>
    </>
  );
}
