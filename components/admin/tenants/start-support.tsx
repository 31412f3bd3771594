"use client";

import { useTranslations } from "next-intl";
import type { TenantItem } from "@/lib/identity/core/platform/schemas";
import { ActionForm } from "../../identity/form/action-form";
import { SelectField } from "../../identity/form/select-field";
import { SubmitButton } from "../../identity/form/submit-button";
import { TextField } from "../../identity/form/text-field";
import { Dialog } from "../../ui/dialog";
import type { TenantActions } from "./tenant-actions";

const MINUTES = [15, 30, 60, 120, 240] as const;

type Props = { tenant: TenantItem; startSupport: TenantActions["startSupport"]; onClose: () => void };

/** Begins a look into a company. What the company learns of it is said first; the answer leads into it. */
export function StartSupport({ tenant, startSupport, onClose }: Props) {
  const t = useTranslations("admin.tenants.support");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name: tenant.name })}
      description={t("text")}
    >
      <ActionForm action={startSupport} hidden={{ tenant_id: tenant.id }}>
        <TextField name="reason" label={t("reason")} hint={t("reasonHint")} maxLength={300} />
        <SelectField
          name="minutes"
          label={t("minutes")}
          defaultValue="30"
          options={MINUTES.map((minutes) => ({ value: String(minutes), label: t("minutesOf", { minutes }) }))}
        />
        <div className="flex justify-end">
          <SubmitButton>{t("start")}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
