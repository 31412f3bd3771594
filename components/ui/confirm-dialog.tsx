"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { type ReactNode, useId, useState } from "react";
import { Button } from "./button";
import { Field } from "./field";
import { Input } from "./input";
import { overlayStyle, scrimStyle } from "./overlay-style";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Names the object: "Delete site Alder?" */
  title: string;
  /** Names the effect: "120 machines lose their site. This can't be undone." */
  effect: ReactNode;
  /** What happens: "Delete site". */
  confirmLabel: string;
  /** For what takes nothing away. */
  confirmVariant?: "danger" | "primary";
  /** For more than ten objects: the word or number that must be typed first. */
  typeToConfirm?: string;
  onConfirm: () => Promise<void> | void;
};

/** Before something destructive or costly. Closes when the work succeeded and stays, pressed out, while it runs. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  effect,
  confirmLabel,
  confirmVariant = "danger",
  typeToConfirm,
  onConfirm,
}: Props) {
  const t = useTranslations("common");
  const id = useId();
  const [typed, setTyped] = useState("");
  const [pending, setPending] = useState(false);
  const ready = typeToConfirm === undefined || typed.trim() === typeToConfirm;
  const confirm = async () => {
    setPending(true);
    try {
      await onConfirm();
      onOpenChange(false);
    } finally {
      setPending(false);
      setTyped("");
    }
  };
  return (
    <AlertDialog.Root open={open} onOpenChange={(next) => !pending && onOpenChange(next)}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={scrimStyle} />
        <AlertDialog.Popup className={cx(overlayStyle, "dialog grid content-start gap-4 overflow-y-auto p-5")}>
          <div className="grid gap-1">
            <AlertDialog.Title className="text-lg">{title}</AlertDialog.Title>
            <AlertDialog.Description className="text-muted">{effect}</AlertDialog.Description>
          </div>
          {typeToConfirm !== undefined && (
            <Field id={id} label={t("confirm.type", { word: typeToConfirm })}>
              {(aria) => <Input {...aria} value={typed} onChange={(event) => setTyped(event.target.value)} />}
            </Field>
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <AlertDialog.Close render={<Button variant="quiet" />}>{t("actions.cancel")}</AlertDialog.Close>
            <Button
              variant={confirmVariant}
              pending={pending}
              disabledReason={ready ? undefined : t("confirm.type", { word: typeToConfirm ?? "" })}
              onClick={confirm}
            >
              {confirmLabel}
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
