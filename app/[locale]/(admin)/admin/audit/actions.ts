"use server";

import type { FormState } from "@/components/identity/form/form-state";
import type { AuditVerdict } from "@/lib/audit/schemas";
import { verifyAudit } from "@/lib/audit/use-cases/verify-audit";
import { act } from "@/lib/transport/act";
import { answerOf } from "../../../form-answer";

const verify = act(verifyAudit);

/** Whether the log is what was sealed. */
export async function verifyChain(_: FormState<AuditVerdict>, form: FormData): Promise<FormState<AuditVerdict>> {
  return answerOf(await verify({}), form);
}
