import { syncMember } from "@/lib/crm/use-cases/sync-member";
import { MemberChanged } from "@/lib/identity/events";
import { consume } from "@/lib/transport/consume";

/** Contacts follow the list of members; of several changes that come together the last counts. */
export const consumer = consume({
  group: "crm-sync-group",
  events: [MemberChanged],
  useCase: syncMember,
  input: (events) => {
    const last = events.at(-1);
    if (!last?.user_id) return null;
    const { email, name, role, has_access } = last.payload;
    return { user_id: last.user_id, email, name, role, has_access };
  },
});
