"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { PortfolioMachine } from "@/lib/calculator/schemas";
import { useAct } from "../admin/use-act";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { toast } from "../ui/toast";
import type { MachineActions, WrittenMachines } from "./machine-actions";

/** As many are typed before they go. */
const MOST_UNASKED = 10;

type Props = {
  machines: PortfolioMachine | undefined;
  retire: MachineActions["retire"];
  onClose: () => void;
  onDone: (machines: WrittenMachines) => void;
};

/** Asks before machines leave the portfolio. */
export function RetireMachines({ machines, retire, onClose, onDone }: Props) {
  const t = useTranslations("portfolio.retire");
  const act = useAct();
  const router = useRouter();
  if (!machines) return null;
  const { id, version, quantity, miner_model: model } = machines;
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { quantity, model })}
      effect={t("effect")}
      confirmLabel={t("confirm", { quantity })}
      {...(quantity > MOST_UNASKED ? { typeToConfirm: String(quantity) } : {})}
      onConfirm={async () => {
        const answer = await act.run(() => retire({ id, version }));
        if (answer.ok) return onDone(answer.data);
        if (answer.code !== "precondition_failed") return act.tell(answer);
        // Somebody changed them after the question was put: what is known now has to be seen first.
        toast.error(t("overtaken"));
        router.refresh();
      }}
    />
  );
}
