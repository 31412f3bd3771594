import type { z } from "zod";
import type { AccessItem, MemberSessions } from "@/lib/identity/core/members/access-schemas";
import type { InvitationItem } from "@/lib/identity/core/members/invitation-schemas";
import type { Action, FormAction } from "../../identity/form/form-state";
import type { editOf } from "./access-draft";

/** What the page of access can do, as server actions. */
export type AccessActions = {
  read: Action<{ id: string }, AccessItem>;
  edit: Action<ReturnType<typeof editOf>, AccessItem>;
  revoke: Action<{ id: string }, AccessItem>;
  sessions: Action<{ id: string }, z.output<typeof MemberSessions>>;
  endSessions: Action<{ id: string }, { ended: number }>;
  invite: FormAction<InvitationItem>;
  withdraw: Action<{ id: string }, InvitationItem>;
};
