"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "./button";
import type { ConfirmProps } from "./confirm-dialog";
import { Field } from "./field";
import { Input } from "./input";
import { overlayStyle, scrimStyle } from "./overlay-style";

/** What a `ConfirmDialog` shows: it closes when the work succeeded and stays, pressed out, while it runs. */
export function ConfirmBox({
  open,
  onOpenChange,
  title,
  effect,
  confirmLabel,
  confirmVariant = "danger",
  typeToConfirm,
  onConfirm,
}: ConfirmProps) {
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
