"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { CatalogueModel } from "@/lib/machines/core/administration/schemas";
import type { Answer } from "../admin/answer";
import { useAct } from "../admin/use-act";
import { Button } from "../ui/button";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { toast } from "../ui/toast";
import { useFaultWords } from "./use-fault-words";

type SetRetired = (input: { id: string; version: number }) => Promise<Answer<CatalogueModel>>;
type Props = { model: CatalogueModel; retire: SetRetired; unretire: SetRetired };

/** Takes a machine out of the lists, after a question, or puts it back, which needs none. */
export function RetireButton({ model, retire, unretire }: Props) {
  const t = useTranslations("catalogue.model");
  const words = useFaultWords();
  const router = useRouter();
  const act = useAct();
  const [asking, setAsking] = useState(false);
  const [working, setWorking] = useState(false);
  const [refreshing, startRefresh] = useTransition();
  const pending = working || refreshing;
  const { id, version, label } = model;

  const run = async (set: SetRetired, done: string) => {
    const answer = await act.run(() => set({ id, version }));
    if (answer.ok) toast.success(done);
    else if (answer.code === "precondition_failed" || answer.code === "conflict") toast.error(t("conflict"));
    else toast.error(words.ofCode(answer.code) ?? act.say(answer));
    startRefresh(() => router.refresh());
  };
  const offer = async () => {
    setWorking(true);
    await run(unretire, t("unretired", { label }));
    setWorking(false);
  };

  if (model.retired_at !== null)
    return (
      <Button onClick={offer} pending={pending}>
        {t("unretire")}
      </Button>
    );
  return (
    <>
      <Button variant="danger" pending={pending} onClick={() => setAsking(true)}>
        {t("retire")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("retireTitle", { label })}
        effect={t("retireEffect")}
        confirmLabel={t("retireConfirm")}
        onConfirm={() => run(retire, t("retired", { label }))}
      />
    </>
  );
}
