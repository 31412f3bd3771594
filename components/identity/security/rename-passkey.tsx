"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Dialog } from "../../ui/dialog";
import { toast } from "../../ui/toast";
import { ActionForm } from "../form/action-form";
import { failedWith } from "../form/form-state";
import { SubmitButton } from "../form/submit-button";
import { TextField } from "../form/text-field";
import type { FactorActions } from "./factor-actions";

type Props = {
  passkey: { id: string; label: string } | undefined;
  rename: FactorActions["renamePasskey"];
  onClose: () => void;
};

/** Another name for a passkey. */
export function RenamePasskey({ passkey, rename, onClose }: Props) {
  const t = useTranslations("account.security");
  const router = useRouter();
  return (
    <Dialog open={passkey !== undefined} onOpenChange={(open) => !open && onClose()} title={t("rename")}>
      {passkey && (
        <ActionForm<string>
          action={async (_, form) => {
            const label = String(form.get("label") ?? "");
            const answer = await rename({ id: passkey.id, label });
            return answer.ok ? { status: "done", data: label.trim() } : failedWith(answer);
          }}
          onDone={(name) => {
            onClose();
            toast.success(t("renamed", { name: name ?? "" }));
            router.refresh();
          }}
        >
          <TextField name="label" label={t("passkeyName")} defaultValue={passkey.label} maxLength={60} />
          <div className="flex justify-end">
            <SubmitButton>{t("save")}</SubmitButton>
          </div>
        </ActionForm>
      )}
    </Dialog>
  );
}
