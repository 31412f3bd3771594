"use client";

import UserPlus from "lucide-react/icons/user-plus";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Role } from "@/lib/identity/policy";
import { ActionForm } from "../../identity/form/action-form";
import { EmailField } from "../../identity/form/email-field";
import { SelectField } from "../../identity/form/select-field";
import { SubmitButton } from "../../identity/form/submit-button";
import { TextField } from "../../identity/form/text-field";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { toast } from "../../ui/toast";
import type { AccessActions } from "./access-actions";

type Props = { roles: readonly Role[]; today: string; invite: AccessActions["invite"] };

/** Gives somebody access: by an invitation, which they accept themselves. */
export function InviteButton({ roles, today, invite }: Props) {
  const t = useTranslations("admin.access.invite");
  const words = useTranslations("admin.access");
  const roleNames = useTranslations("identity.roles");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden="true" />
          {t("open")}
        </Button>
      }
      title={t("title")}
      description={t("text")}
    >
      <ActionForm
        action={invite}
        onDone={(invitation) => {
          setOpen(false);
          toast.success(t("sent", { email: invitation?.email ?? "" }));
          router.refresh();
        }}
      >
        <EmailField name="email" label={t("email")} autoComplete="off" />
        <TextField name="name" label={t("name")} hint={t("nameHint")} maxLength={80} />
        <SelectField
          name="role"
          label={words("role")}
          defaultValue="operator"
          options={roles.map((role) => ({ value: role, label: roleNames(role) }))}
        />
        <TextField name="expires_at" type="date" min={today} label={words("until")} hint={words("edit.untilHint")} />
        <div className="flex justify-end">
          <SubmitButton>{t("send")}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
