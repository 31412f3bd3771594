"use client";

import dynamic from "next/dynamic";
import { type ComponentProps, type ReactElement, type ReactNode, useRef } from "react";
import { OverlayTrigger } from "./overlay-trigger";
import { patientImport } from "./patient-import";
import { useEver } from "./use-ever";

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  footer?: ReactNode;
  /** What is in it stays as it is while it is closed. */
  kept?: boolean;
  /** False where leaving by accident would lose something: the page closes it itself. */
  closable?: boolean;
  className?: string;
  children?: ReactNode;
};

type Props = DialogProps & {
  /** The button that opens it; leave it out where something else does. */
  trigger?: ReactElement<ComponentProps<"button">>;
};

const loadBox = patientImport(() => import("./dialog-box").then((module) => module.DialogBox));
const DialogBox = dynamic(loadBox, { ssr: false });

/** A question over the page. Focus goes in, stays in, and returns to where it came from; Esc closes. */
export function Dialog({ trigger, ...box }: Props) {
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <>
      {trigger && (
        <OverlayTrigger
          trigger={trigger}
          ref={opener}
          opens="dialog"
          isOpen={box.open}
          load={loadBox}
          onOpen={() => box.onOpenChange(true)}
        />
      )}
      {useEver(box.open) && <DialogBox {...box} {...(trigger ? { opener } : {})} />}
    </>
  );
}
