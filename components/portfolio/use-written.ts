"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { paths } from "@/lib/paths";
import { useAct } from "../admin/use-act";
import { toast } from "../ui/toast";
import type { MachineActions, WrittenMachines } from "./machine-actions";

type Key = "form.added" | "form.changed" | "retire.done" | "restore.done";
type Row = { id: string; version: number };

/** What to do after a write of each kind; and the taking back of retired machines. */
export type Written = ((key: Key) => (machines: WrittenMachines | undefined) => void) & {
  restore(row: Row): Promise<void>;
};

/** Says what was written, lets the totals wait for it, and offers to undo a retirement. */
export function useWritten(
  noteWrite: (version: number) => void,
  restoreAction: MachineActions["restore"],
  close: () => void,
): Written {
  const t = useTranslations("portfolio");
  const errors = useTranslations("identity.errors");
  const locale = useLocale();
  const router = useRouter();
  const act = useAct();
  const written = (key: Key) => (machines: WrittenMachines | undefined) => {
    close();
    if (!machines) return;
    const undo = { label: t("restore.undo"), run: () => void restore(machines) };
    const words = t(key, { quantity: machines.quantity, model: machines.miner_model });
    toast.success(words, key === "retire.done" ? undo : undefined);
    noteWrite(machines.portfolio_version);
    router.refresh();
  };
  const restore = async ({ id, version }: Row) => {
    const answer = await act.run(() => restoreAction({ id, version }));
    if (answer.ok) return written("restore.done")(answer.data);
    if (answer.code === "plan_limit")
      return toast.error(act.say(answer), {
        label: errors("plan_limit_link"),
        run: () => router.push(paths.pricing(locale)),
      });
    act.tell(answer);
    router.refresh();
  };
  return Object.assign(written, { restore });
}
