"use server";

import { endOfDay } from "@/components/admin/user-access/access-draft";
import type { FormState } from "@/components/identity/form/form-state";
import type { InvitationItem } from "@/lib/identity/core/members/invitation-schemas";
import { renameCompany } from "@/lib/identity/use-cases/members/company";
import { inviteMember } from "@/lib/identity/use-cases/members/invite-member";
import { withdrawInvitation as withdraw } from "@/lib/identity/use-cases/members/withdraw-invitation";
import { endSupport as end } from "@/lib/identity/use-cases/platform/end-support";
import { act } from "@/lib/transport/act";
import { answerOf, asked, typed } from "../../../form-answer";

const giveName = act(renameCompany);
const send = act(inviteMember);

export const sendAgain = act(inviteMember);
export const withdrawInvitation = act(withdraw);
export const endSupport = act(end);

export async function rename(_: FormState, form: FormData): Promise<FormState> {
  return answerOf(await giveName({ version: Number(form.get("version")), name: asked(form, "company") }), form);
}

/** The last day counts whole. */
export async function invite(_: FormState<InvitationItem>, form: FormData): Promise<FormState<InvitationItem>> {
  const lastDay = typed(form, "access_expires_at");
  const input = {
    email: asked(form, "email"),
    role: asked(form, "role"),
    ...(lastDay === undefined ? {} : { access_expires_at: endOfDay(lastDay) }),
  };
  return answerOf(await send(input as Parameters<typeof send>[0]), form);
}
