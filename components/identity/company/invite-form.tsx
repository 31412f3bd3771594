"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { Role } from "@/lib/identity/policy";
import { toast } from "../../ui/toast";
import { ActionForm } from "../form/action-form";
import { EmailField } from "../form/email-field";
import { SelectField } from "../form/select-field";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import type { CompanyActions } from "./company-actions";

type Props = {
  /** The roles that the reader may give. */
  roles: readonly Role[];
  /** The first day that may be the last: today, UTC. */
  today: string;
  invite: CompanyActions["invite"];
};

/** Invites an address: it gets a mail, and access once it says yes. */
export function InviteForm({ roles, today, invite }: Props) {
  const t = useTranslations("company.invite");
  const roleNames = useTranslations("identity.roles");
  const router = useRouter();
  return (
    <ActionForm
      action={invite}
      onDone={(invitation, form) => {
        form?.reset();
        toast.success(t("sent", { email: invitation?.email ?? "" }));
        router.refresh();
      }}
    >
      <div className="grid grid-cols-1 gap-4 sm:grid-cols-2 xl:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)_minmax(0,1fr)]">
        <div className="sm:col-span-2 xl:col-span-1">
          <EmailField name="email" label={t("email")} autoComplete="off" />
        </div>
        <SelectField
          name="role"
          label={t("role")}
          defaultValue="operator"
          options={roles.map((role) => ({ value: role, label: roleNames(role) }))}
        />
        <TextField name="access_expires_at" type="date" min={today} label={t("until")} hint={t("untilHint")} />
      </div>
      <div>
        <SubmitButton>{t("send")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
