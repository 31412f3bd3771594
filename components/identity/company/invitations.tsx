import { useTranslations } from "next-intl";
import type { z } from "zod";
import type { InvitationPage } from "@/lib/identity/core/members/invitation-schemas";
import type { Role } from "@/lib/identity/policy";
import type { CompanyActions } from "./company-actions";
import { InvitationList } from "./invitation-list";
import { InviteForm } from "./invite-form";

type Props = {
  page: z.output<typeof InvitationPage>;
  /** The reader's role where it may invite. */
  actor: Role | null;
  roles: readonly Role[];
  today: string;
  actions: Pick<CompanyActions, "invite" | "sendAgain" | "withdraw">;
};

/** A new invitation above, those that wait for an answer below. */
export function Invitations({ page, actor, roles, today, actions }: Props) {
  const t = useTranslations("company.invitations");
  return (
    <div className="grid grid-cols-1 gap-6">
      {actor && <InviteForm roles={roles} today={today} invite={actions.invite} />}
      {page.items.length === 0 ? (
        <p className="text-muted">{t("none")}</p>
      ) : (
        <InvitationList items={page.items} actor={actor} actions={actions} />
      )}
      {page.next_cursor && <p className="text-xs text-subtle">{t("more", { count: page.total })}</p>}
    </div>
  );
}
