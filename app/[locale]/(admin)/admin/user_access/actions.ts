"use server";

import type { FormState } from "@/components/identity/form/form-state";
import type { InvitationItem } from "@/lib/identity/core/members/invitation-schemas";
import { editAccess as edit } from "@/lib/identity/use-cases/members/edit-access";
import { addAccess } from "@/lib/identity/use-cases/members/invite-member";
import { getAccess } from "@/lib/identity/use-cases/members/list-access";
import { endSessionsOfMember, listSessionsOfMember } from "@/lib/identity/use-cases/members/member-sessions";
import { revokeAccess as revoke } from "@/lib/identity/use-cases/members/revoke-access";
import { withdrawInvitation as withdraw } from "@/lib/identity/use-cases/members/withdraw-invitation";
import { act } from "@/lib/transport/act";
import { answerOf, asked, typed } from "../../../form-answer";

export const readAccess = act(getAccess);
export const editAccess = act(edit);
export const revokeAccess = act(revoke);
export const listSessions = act(listSessionsOfMember);
export const endSessions = act(endSessionsOfMember);
export const withdrawInvitation = act(withdraw);

const add = act(addAccess);

/** The last day counts whole. */
export async function invite(_: FormState<InvitationItem>, form: FormData): Promise<FormState<InvitationItem>> {
  const lastDay = typed(form, "expires_at");
  const name = typed(form, "name");
  const input = {
    email: asked(form, "email"),
    role: asked(form, "role"),
    ...(name === undefined ? {} : { name }),
    ...(lastDay === undefined ? {} : { expires_at: `${lastDay}T23:59:59.000Z` }),
  };
  return answerOf(await add(input as Parameters<typeof add>[0]), form);
}
