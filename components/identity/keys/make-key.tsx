"use client";

import Plus from "lucide-react/icons/plus";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { ActionForm } from "../form/action-form";
import { SubmitButton } from "../form/submit-button";
import { TextAreaField } from "../form/text-area-field";
import { TextField } from "../form/text-field";
import type { KeyActions, NewKey } from "./key-actions";
import { type KeyDays, LastDayField } from "./last-day-field";
import { type GivenScopes, ScopeFields } from "./scope-fields";

type Props = {
  scopes: GivenScopes;
  days: KeyDays;
  createKey: KeyActions["createKey"];
  onMade: (key: NewKey) => void;
};

/** Name, scopes, origin, end. */
export function MakeKey({ scopes, days, createKey, onMade }: Props) {
  const t = useTranslations("account.keys");
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      title={t("makeTitle")}
      description={t("makeText")}
      trigger={
        <Button variant="primary">
          <Plus aria-hidden="true" />
          {t("make")}
        </Button>
      }
    >
      <ActionForm
        action={createKey}
        onDone={(key) => {
          setOpen(false);
          if (key) onMade(key);
        }}
      >
        <TextField name="name" label={t("name")} hint={t("nameHint")} maxLength={80} />
        <ScopeFields {...scopes} />
        <TextAreaField name="allow_list" label={t("allowList")} hint={t("allowListHint")} spellCheck={false} />
        <LastDayField days={days} hint={t("expiresHint")} />
        <div className="flex justify-end">
          <SubmitButton>{t("submit")}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
