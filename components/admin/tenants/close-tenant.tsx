"use client";

import { useTranslations } from "next-intl";
import type { TenantItem } from "@/lib/identity/core/platform/schemas";
import { ActionForm } from "../../identity/form/action-form";
import { SubmitButton } from "../../identity/form/submit-button";
import { TextField } from "../../identity/form/text-field";
import { Dialog } from "../../ui/dialog";
import { toast } from "../../ui/toast";
import type { TenantActions } from "./tenant-actions";

type Props = {
  tenant: TenantItem;
  actions: Pick<TenantActions, "close" | "reopen">;
  onDone: () => void;
  onClose: () => void;
};

/** Closes a company, or opens a closed one again; either is said with a reason, which the company's audit log keeps. */
export function CloseTenant({ tenant, actions, onDone, onClose }: Props) {
  const isOpen = tenant.closed_at === null;
  const t = useTranslations(isOpen ? "admin.tenants.close" : "admin.tenants.reopen");
  const words = useTranslations("admin.tenants");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name: tenant.name })}
      description={t("effect", { count: tenant.members })}
    >
      <ActionForm
        action={isOpen ? actions.close : actions.reopen}
        hidden={{ id: tenant.id }}
        onDone={() => {
          toast.success(t("done", { name: tenant.name }));
          onDone();
          onClose();
        }}
      >
        <TextField name="reason" label={words("support.reason")} hint={words("reasonHint")} maxLength={300} />
        <div className="flex justify-end">
          <SubmitButton variant={isOpen ? "danger" : "primary"}>{t("confirm")}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
