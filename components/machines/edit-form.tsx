"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState, useTransition } from "react";
import type { FieldError } from "@/lib/kernel/errors";
import type { CatalogueModel, ModelFacts } from "@/lib/machines/core/administration/schemas";
import type { Answer, Refused } from "../admin/answer";
import { useAct } from "../admin/use-act";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";
import { DraftOutcome } from "./draft-outcome";
import { FormRefusal } from "./form-refusal";
import { draftOf, FIELDS, isShown, type ModelDraft, readDraft } from "./model-draft";
import { ModelFields } from "./model-fields";
import { TwinNote } from "./twin-note";
import { useFocusFault } from "./use-focus-fault";
import { useKeptDraft } from "./use-kept-draft";
import { type FindTwin, useTwin } from "./use-twin";

type Props = {
  /** The id of who types. */
  reader: string;
  model: CatalogueModel;
  manufacturers: readonly string[];
  edit: (input: Partial<ModelFacts> & { id: string; version: number }) => Promise<Answer<CatalogueModel>>;
  findTwin: FindTwin;
};

/** Changes a machine. Only what differs is sent; when somebody else was faster, the row is read again and the draft stays. */
export function EditForm({ reader, model, manufacturers, edit, findTwin }: Props) {
  const t = useTranslations("catalogue");
  const router = useRouter();
  const act = useAct();
  const form = useRef<HTMLFormElement>(null);
  const [changes, setChanges] = useState<Partial<ModelDraft>>({});
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [refused, setRefused] = useState<Refused>();
  const [saving, setSaving] = useState(false);
  const [refreshing, startRefresh] = useTransition();
  const pending = saving || refreshing;
  const stored = draftOf(model);
  const draft = { ...stored, ...changes };
  const changed = FIELDS.filter((field) => draft[field].trim() !== stored[field]);
  const found = useTwin(draft, findTwin, model.id);
  // A company's own row may stand beside a shared one; it did before, or it was asked for when it was added.
  const twin = found?.scope === model.scope && changed.length > 0 ? found : null;
  const kept = useKeptDraft<Partial<ModelDraft>>({ reader, name: usePathname() }, (before) => {
    setChanges(before);
    toast.info(t("form.kept"));
  });
  const judged = useFocusFault(form);

  const change = (part: Partial<ModelDraft>) => {
    setChanges((before) => ({ ...before, ...part }));
    setErrors((before) => before.filter(({ path }) => !(path in part)));
    setRefused(undefined);
  };
  const discard = () => {
    setChanges({});
    setErrors([]);
    setRefused(undefined);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (pending || changed.length === 0) return;
    const read = readDraft(draft);
    if ("errors" in read) {
      setErrors(read.errors);
      return judged();
    }
    const sent = Object.fromEntries(changed.map((field) => [field, read.facts[field]])) as Partial<ModelFacts>;
    setSaving(true);
    const answer = await act.run(() => edit({ ...sent, id: model.id, version: model.version }));
    setSaving(false);
    if (answer.ok) {
      toast.success(t("form.saved", { label: answer.data.label }));
      // What was typed makes room for what is stored, not for what was.
      return startRefresh(() => {
        discard();
        router.refresh();
      });
    }
    setErrors(answer.errors ?? []);
    setRefused(answer);
    judged();
    if (answer.code === "unauthenticated") kept.keep(changes);
  };
  const readAgain = () => {
    setRefused(undefined);
    startRefresh(() => router.refresh());
  };

  const isOld = refused?.code === "precondition_failed";
  return (
    <form ref={form} onSubmit={save} noValidate className="grid gap-6 lg:grid-cols-[minmax(0,40rem)_minmax(12rem,1fr)]">
      <div className="grid content-start gap-6">
        {refused && !isShown(errors) && (
          <FormRefusal
            refused={refused}
            {...(isOld
              ? { text: t("form.conflict"), action: <Button onClick={readAgain}>{t("form.readAgain")}</Button> }
              : {})}
          />
        )}
        <ModelFields
          draft={draft}
          change={change}
          errors={errors}
          manufacturers={manufacturers}
          note={twin && <TwinNote twin={twin} target={model.scope} />}
        />
      </div>
      <DraftOutcome draft={draft} />
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="primary"
          pending={pending}
          disabledReason={changed.length === 0 ? t("form.noChanges") : undefined}
        >
          {t("form.saveEdit", { count: changed.length })}
        </Button>
        {changed.length > 0 && (
          <Button variant="quiet" onClick={discard}>
            {t("form.discard")}
          </Button>
        )}
      </div>
    </form>
  );
}
