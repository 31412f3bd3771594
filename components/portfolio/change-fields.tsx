import { useTranslations } from "next-intl";
import type { PickerModel, UserMiner } from "@/lib/machines/schemas";
import { useForm } from "../identity/form/form-context";
import type { FormState } from "../identity/form/form-state";
import { useFigures } from "../ui/units-provider";
import { differing, fieldTexts } from "./field-texts";
import type { WrittenMachines } from "./machine-actions";
import { MachineFields } from "./machine-fields";

/** `newest`: what the form stands on after a refusal. */
export type Answer = { written?: WrittenMachines | undefined; newest?: UserMiner };

type Props = { opened: UserMiner; models: readonly PickerModel[]; today: string };

/** The fields of a change, on the newest version that is known; and what others changed since the form was opened. */
export function ChangeFields({ opened, ...rest }: Props) {
  const state = useForm().state as FormState<Answer>;
  const newest = state.data?.newest ?? opened;
  return (
    <>
      <input type="hidden" name="version" value={newest.version} />
      {state.code === "changed_meanwhile" && <Meanwhile before={opened} now={newest} />}
      <MachineFields key={newest.version} machines={newest} {...rest} />
    </>
  );
}

const LABELS = {
  miner_model_id: "model",
  electricity_cost: "price",
  purchased_at: "purchased",
  cost_usd: "cost",
  quantity: "quantity",
  site: "site",
  label: "label",
} as const;

function Meanwhile({ before, now }: { before: UserMiner; now: UserMiner }) {
  const t = useTranslations("portfolio.form");
  const show = useFigures();
  const texts = (machines: UserMiner) => fieldTexts(machines, (price) => show.powerPrice(price).exact);
  const said = (machines: UserMiner) => ({ ...texts(machines), miner_model_id: machines.miner_model });
  const [old, current] = [said(before), said(now)];
  return (
    <ul className="list-disc pl-5 text-muted">
      {differing(old, current).map((field) => (
        <li key={field} className="wrap-anywhere">
          {t("meanwhile", { field: t(LABELS[field]), before: old[field] || "–", now: current[field] || "–" })}
        </li>
      ))}
    </ul>
  );
}
