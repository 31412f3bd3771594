"use client";

import RotateCcw from "lucide-react/icons/rotate-ccw";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ReplayAnswer } from "@/lib/admin/core/dlq/schemas";
import { ActionForm } from "../../identity/form/action-form";
import type { FormAction } from "../../identity/form/form-state";
import { SubmitButton } from "../../identity/form/submit-button";
import { TextField } from "../../identity/form/text-field";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { toast } from "../../ui/toast";

export type ReplayAction = FormAction<ReplayAnswer>;

type Props = {
  filter: { group: string | undefined; aggregate_key: string | undefined; hours: number | undefined };
  replay: ReplayAction;
  /** Nothing is dead. */
  isEmpty: boolean;
  label?: string;
};

/** Asks for a replay of what the filter means: first what it would take, then with a reason. */
export function ReplayButton({ filter, replay, isEmpty, label }: Props) {
  const t = useTranslations("admin.dlq.replay");
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const [plan, setPlan] = useState<ReplayAnswer>();
  const { group, aggregate_key, hours } = filter;
  const what = [group, aggregate_key, hours && t("span", { hours })].filter(Boolean).join(" · ");
  const change = (open: boolean) => {
    setOpen(open);
    setPlan(undefined);
  };
  const answered = (answer: ReplayAnswer | undefined) => {
    if (!answer || answer.dry_run) return setPlan(answer);
    toast.success(t("asked", { events: answer.events, aggregates: answer.aggregates }));
    change(false);
    router.refresh();
  };
  return (
    <>
      <Button
        variant="primary"
        {...(isEmpty ? { disabledReason: t("nothing") } : {})}
        onClick={() => change(true)}
        className="needs-script"
      >
        <RotateCcw aria-hidden="true" />
        {label ?? t("open")}
      </Button>
      <Dialog
        open={isOpen}
        onOpenChange={change}
        title={t("title")}
        description={what === "" ? t("textAll") : t("text", { what })}
      >
        <ActionForm
          action={replay}
          hidden={{ group, aggregate_key, hours: hours === undefined ? undefined : String(hours) }}
          onDone={answered}
        >
          <TextField name="reason" label={t("reason")} hint={t("reasonHint")} maxLength={500} autoComplete="off" />
          <TextField name="most" label={t("most")} hint={t("mostHint")} inputMode="numeric" maxLength={7} />
          {plan && (
            <p role="status" className="border-l-2 border-line-strong py-1 pl-3">
              {t("would", { events: plan.events, aggregates: plan.aggregates })}
            </p>
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <SubmitButton variant="secondary" name="dry_run" value="on">
              {t("dryRun")}
            </SubmitButton>
            <SubmitButton>{t("start")}</SubmitButton>
          </div>
        </ActionForm>
      </Dialog>
    </>
  );
}
