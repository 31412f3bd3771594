"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { toast } from "../../ui/toast";
import { ActionForm } from "../form/action-form";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import type { CompanyActions } from "./company-actions";

type Renamed = { name: string; version: number };

/** Gives the company another name, which everybody in it sees at once. */
export function RenameCompany({ company, action }: { company: Renamed; action: CompanyActions["rename"] }) {
  const t = useTranslations("company.name");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button>{t("rename")}</Button>}
      title={t("rename")}
      description={t("renameText")}
    >
      <ActionForm
        action={action}
        hidden={{ version: String(company.version) }}
        onDone={() => {
          setOpen(false);
          toast.success(t("renamed"));
          router.refresh();
        }}
      >
        <TextField
          name="company"
          label={t("label")}
          defaultValue={company.name}
          autoComplete="organization"
          maxLength={120}
        />
        <div className="flex justify-end">
          <SubmitButton>{t("save")}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
