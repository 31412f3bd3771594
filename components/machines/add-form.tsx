"use client";

import { usePathname, useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import type { FieldError } from "@/lib/kernel/errors";
import type { CatalogueModel, ModelFacts } from "@/lib/machines/core/administration/schemas";
import type { CatalogueScope } from "@/lib/machines/schemas";
import { paths } from "@/lib/paths";
import type { Answer, Refused } from "../admin/answer";
import { useAct } from "../admin/use-act";
import { Button } from "../ui/button";
import { ButtonLink } from "../ui/button-link";
import { toast } from "../ui/toast";
import { DraftOutcome } from "./draft-outcome";
import { FormRefusal } from "./form-refusal";
import { isShown, type ModelDraft, readDraft } from "./model-draft";
import { ModelFields } from "./model-fields";
import { isBlocking, TwinNote } from "./twin-note";
import { useFocusFault } from "./use-focus-fault";
import { useKeptDraft } from "./use-kept-draft";
import { type FindTwin, useTwin } from "./use-twin";

type Props = {
  /** The id of who types. */
  reader: string;
  initial: ModelDraft;
  /** Where the machine goes. */
  target: CatalogueScope;
  manufacturers: readonly string[];
  add: (input: ModelFacts & { beside_shared: boolean }) => Promise<Answer<CatalogueModel>>;
  findTwin: FindTwin;
};

/** A new machine. That it is there already is said while it is typed; what was typed outlives every refusal. */
export function AddForm({ reader, initial, target, manufacturers, add, findTwin }: Props) {
  const t = useTranslations("catalogue");
  const locale = useLocale();
  const router = useRouter();
  const act = useAct();
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(initial);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [refused, setRefused] = useState<Refused>();
  const [pending, setPending] = useState(false);
  const twin = useTwin(draft, findTwin, undefined);
  const kept = useKeptDraft<ModelDraft>({ reader, name: usePathname() }, (before) => {
    setDraft({ ...initial, ...before });
    toast.info(t("form.kept"));
  });
  const judged = useFocusFault(form);

  const change = (part: Partial<ModelDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setErrors((before) => before.filter(({ path }) => !(path in part)));
    setRefused(undefined);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (pending) return;
    const read = readDraft(draft);
    if ("errors" in read) {
      setErrors(read.errors);
      return judged();
    }
    setPending(true);
    const answer = await act.run(() => add({ ...read.facts, beside_shared: twin?.scope === "shared" }));
    if (answer.ok) {
      toast.success(t("form.added", { label: answer.data.label }));
      return router.push(paths.catalogueAdmin(locale, { sort: "changed" }));
    }
    setPending(false);
    setErrors(answer.errors ?? []);
    setRefused(answer);
    judged();
    if (answer.code === "unauthenticated") kept.keep(draft);
  };

  const beside = twin !== null && !isBlocking(twin, target);
  return (
    <form ref={form} onSubmit={save} noValidate className="grid gap-6 lg:grid-cols-[minmax(0,40rem)_minmax(12rem,1fr)]">
      <div className="grid content-start gap-6">
        {refused && !isShown(errors) && <FormRefusal refused={refused} />}
        <ModelFields
          draft={draft}
          change={change}
          errors={errors}
          manufacturers={manufacturers}
          note={twin && <TwinNote twin={twin} target={target} />}
        />
      </div>
      <DraftOutcome draft={draft} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" variant="primary" pending={pending}>
          {t(beside ? "form.saveBeside" : "form.save")}
        </Button>
        <ButtonLink href={paths.catalogueAdmin(locale)} variant="quiet">
          {t("form.cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}
