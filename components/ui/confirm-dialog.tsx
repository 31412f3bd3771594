"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { patientImport } from "./patient-import";
import { useEver } from "./use-ever";

export type ConfirmProps = {
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

const ConfirmBox = dynamic(
  patientImport(() => import("./confirm-box").then((module) => module.ConfirmBox)),
  { ssr: false },
);

/** Before something destructive or costly. Closes when the work succeeded and stays, pressed out, while it runs. */
export function ConfirmDialog(props: ConfirmProps) {
  return useEver(props.open) && <ConfirmBox {...props} />;
}
