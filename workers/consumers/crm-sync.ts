import { syncCompany } from "@/lib/crm/use-cases/sync-company";
import { syncMember } from "@/lib/crm/use-cases/sync-member";
import { CompanyClosed, CompanyReopened, MemberChanged } from "@/lib/identity/events";
import { consume, together } from "@/lib/transport/consume";

const group = "crm-sync-group";

/** Contacts follow the list of members; of several changes that come together the last counts. */
const members = consume({
  group,
  events: [MemberChanged],
  useCase: syncMember,
  input: (events) => {
    const last = events.at(-1);
    if (!last?.user_id) return null;
    const { email, name, role, has_access } = last.payload;
    return { user_id: last.user_id, email, name, role, has_access };
  },
});

/** And whether the company is open, as it is by now. */
const companies = consume({
  group,
  events: [CompanyClosed, CompanyReopened],
  useCase: syncCompany,
  input: () => ({}),
});

export const consumer = together(members, companies);
