"use client";

import { Popover as Base } from "@base-ui/react/popover";
import { cx } from "class-variance-authority";
import type { ReactElement, ReactNode } from "react";
import { overlayStyle } from "./overlay-style";

type Props = { trigger: ReactElement; title?: ReactNode; align?: "start" | "center" | "end"; children: ReactNode };

/** A little more about one thing, where that thing is. Opens by press, not by hover, so that touch has it too. */
export function Popover({ trigger, title, align = "start", children }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} collisionPadding={12} className="z-50">
          <Base.Popup className={cx(overlayStyle, "grid max-w-[min(22rem,var(--available-width))] gap-2 p-4 text-sm")}>
            {title && <Base.Title className="font-medium">{title}</Base.Title>}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
