"use server";

import type { FormState } from "@/components/identity/form/form-state";
import type { ReplayAnswer } from "@/lib/admin/core/dlq/schemas";
import { askReplay } from "@/lib/admin/use-cases/dlq/ask-replay";
import { act } from "@/lib/transport/act";
import { answerOf, typed } from "../../../../form-answer";

const ask = act(askReplay);

/** With the button of a dry run only says what it would take. */
export async function replay(_: FormState<ReplayAnswer>, form: FormData): Promise<FormState<ReplayAnswer>> {
  const input = {
    group: typed(form, "group"),
    aggregate_key: typed(form, "aggregate_key"),
    hours: typed(form, "hours"),
    most: typed(form, "most"),
    reason: typed(form, "reason"),
    dry_run: typed(form, "dry_run") === "on",
  };
  return answerOf(await ask(input), form);
}
