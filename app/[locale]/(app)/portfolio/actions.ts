"use server";

import type { FormState } from "@/components/identity/form/form-state";
import type { WrittenMachines } from "@/components/portfolio/machine-actions";
import { parseNumber } from "@/lib/kernel/parse-number";
import { addUserMiner as add } from "@/lib/machines/use-cases/add-user-miner";
import { changeUserMiner as change } from "@/lib/machines/use-cases/change-user-miner";
import { restoreUserMiner as restore } from "@/lib/machines/use-cases/restore-user-miner";
import { retireUserMiner as retire } from "@/lib/machines/use-cases/retire-user-miner";
import { act } from "@/lib/transport/act";
import { answerOf, asked, typed } from "../../form-answer";

const make = act(add);
const alter = act(change);

export const retireMachines = act(retire);
export const restoreMachines = act(restore);

export async function addMachines(_: FormState<WrittenMachines>, form: FormData): Promise<FormState<WrittenMachines>> {
  return answerOf(await make(entryOf(form)), form);
}

export async function changeMachines(
  _: FormState<WrittenMachines>,
  form: FormData,
): Promise<FormState<WrittenMachines>> {
  const row = { id: asked(form, "id"), version: Number(asked(form, "version")) };
  return answerOf(await alter({ ...row, ...entryOf(form) }), form);
}

/** What was typed of machines; what was left empty is taken away. */
function entryOf(form: FormData) {
  const price = numberIn(form, "electricity_cost");
  const isInCents = asked(form, "electricity_unit") === "cent";
  return {
    miner_model_id: asked(form, "miner_model_id"),
    quantity: numberIn(form, "quantity") ?? Number.NaN,
    electricity_cost: price !== null && isInCents ? price / 100 : price,
    label: typed(form, "label") ?? null,
    site: typed(form, "site") ?? null,
    purchased_at: typed(form, "purchased_at") ?? null,
    cost_usd: numberIn(form, "cost_usd"),
  };
}

/** Null where nothing is typed; what is no number is none that a use case would take. */
function numberIn(form: FormData, name: string): number | null {
  const text = typed(form, name);
  return text === undefined ? null : (parseNumber(text) ?? Number.NaN);
}
