"use client";

import dynamic from "next/dynamic";
import { type ComponentProps, type ReactElement, type ReactNode, useState } from "react";
import { type OverlayStart, OverlayTrigger } from "./overlay-trigger";
import { patientImport } from "./patient-import";
import { useEver } from "./use-ever";

export type MenuItem = {
  key: string;
  label: ReactNode;
  icon?: ReactNode;
  /** A second line: the role in a company. */
  note?: ReactNode;
  /** Why it can't be chosen now; it stays in sight. */
  disabledReason?: string;
} & ({ onSelect: () => void } | { href: string });

type Props = {
  trigger: ReactElement<ComponentProps<"button">>;
  items: readonly MenuItem[];
  header?: ReactNode;
  align?: "start" | "end";
};

const loadPopup = patientImport(() => import("./menu-popup").then((module) => module.MenuPopup));
const MenuPopup = dynamic(loadPopup, { ssr: false });

/** Actions behind one button: arrows, type-ahead, Esc. `header` says whose they are. */
export function Menu({ trigger, ...popup }: Props) {
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [start, setStart] = useState<OverlayStart>("whole");
  return (
    <>
      <OverlayTrigger
        {...{ trigger, isOpen }}
        ref={setAnchor}
        opens="menu"
        load={loadPopup}
        onOpen={(from) => {
          setStart(from);
          setOpen(true);
        }}
      />
      {useEver(isOpen) && <MenuPopup {...{ ...popup, anchor, start }} open={isOpen} onOpenChange={setOpen} />}
    </>
  );
}
