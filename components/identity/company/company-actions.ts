import type { InvitationItem } from "@/lib/identity/core/members/invitation-schemas";
import type { SupportItem } from "@/lib/identity/core/platform/schemas";
import type { Role } from "@/lib/identity/policy";
import type { Action, FormAction } from "../form/form-state";

/** Who is invited, as what, and until when their access would last. */
export type Invited = { email: string; role: Role; name?: string; access_expires_at?: string };

/** What the page of the company can do, as server actions. */
export type CompanyActions = {
  rename: FormAction;
  invite: FormAction<InvitationItem>;
  sendAgain: Action<Invited, InvitationItem>;
  withdraw: Action<{ id: string }, InvitationItem>;
  endSupport: Action<{ id: string }, SupportItem>;
};
