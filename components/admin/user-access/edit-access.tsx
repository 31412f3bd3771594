"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import type { AccessItem } from "@/lib/identity/core/members/access-schemas";
import type { Role } from "@/lib/identity/policy";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { Dialog } from "../../ui/dialog";
import { Field } from "../../ui/field";
import { Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { toast } from "../../ui/toast";
import type { Refused } from "../answer";
import { RefusedNote } from "../refused-note";
import { useAct } from "../use-act";
import type { AccessActions } from "./access-actions";
import { AccessChanges } from "./access-changes";
import { changesOf, type Draft, editOf, shownValues } from "./access-draft";

type Props = {
  item: AccessItem;
  roles: readonly Role[];
  /** The first day that may be the last: today, UTC. */
  today: string;
  actions: Pick<AccessActions, "read" | "edit">;
  onSaved: () => void;
  onClose: () => void;
};

/**
 * Changes somebody's access. What will change, and what follows, stands below before it is saved; when somebody else was
 * faster, the row is read again and what was typed stays.
 */
export function EditAccess({ item, roles, today, actions, onSaved, onClose }: Props) {
  const t = useTranslations("admin.access.edit");
  const words = useTranslations("admin.access");
  const roleNames = useTranslations("identity.roles");
  const id = useId();
  const act = useAct();
  const [base, setBase] = useState(item);
  const [draft, setDraft] = useState<Draft>({});
  const [refused, setRefused] = useState<Refused>();
  const [pending, setPending] = useState(false);
  const values = shownValues(base, draft);
  const changes = changesOf(base, draft);
  const set = (change: Draft) => {
    setDraft({ ...draft, ...change });
    setRefused(undefined);
  };

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (pending || changes.length === 0) return;
    setPending(true);
    const answer = await act.run(() => actions.edit(editOf(base, draft)));
    setPending(false);
    if (!answer.ok) return setRefused(answer);
    toast.success(t("saved", { name: base.name }));
    onSaved();
    onClose();
  };
  const readAgain = async () => {
    setPending(true);
    const answer = await act.run(() => actions.read({ id: base.id }));
    setPending(false);
    if (!answer.ok) return setRefused(answer);
    setBase(answer.data);
    setRefused(undefined);
    onSaved();
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !pending && onClose()}
      title={t("title", { name: base.name })}
      description={base.email}
    >
      <form onSubmit={save} noValidate className="grid gap-4">
        {refused && refused.code !== "step_up_required" && (
          <RefusedNote
            refused={refused}
            text={refused.code === "precondition_failed" ? t("conflict") : undefined}
            action={
              refused.code === "precondition_failed" && (
                <Button onClick={readAgain} pending={pending}>
                  {t("readAgain")}
                </Button>
              )
            }
          />
        )}
        <Field id={`${id}-role`} label={words("role")}>
          {(aria) => (
            <Select
              {...aria}
              value={values.role}
              onChange={(event) => {
                const role = roles.find((known) => known === event.target.value);
                if (role) set({ role });
              }}
              options={roles.map((role) => ({ value: role, label: roleNames(role) }))}
            />
          )}
        </Field>
        <Field id={`${id}-end`} label={words("until")} hint={t("untilHint")}>
          {(aria) => (
            <Input
              {...aria}
              type="date"
              min={today}
              value={values.lastDay}
              onChange={(event) => set({ lastDay: event.target.value })}
            />
          )}
        </Field>
        <Checkbox
          label={t("hasAccess")}
          hint={t("hasAccessHint")}
          checked={values.hasAccess}
          onChange={(event) => set({ hasAccess: event.target.checked })}
        />
        <AccessChanges changes={changes} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button variant="quiet" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button
            type="submit"
            variant={changes.some(({ field, to }) => field === "access" && to === false) ? "danger" : "primary"}
            pending={pending}
            disabledReason={changes.length === 0 ? t("noChanges") : undefined}
          >
            {changes.length === 0 ? t("saveNothing") : t("save", { count: changes.length })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
