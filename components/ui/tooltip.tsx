"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import { cx } from "class-variance-authority";
import type { ReactElement, ReactNode } from "react";
import { overlayStyle } from "./overlay-style";

/** The name of an icon button for those who see and have a pointer. Nothing that must be known goes in here. */
export function Tooltip({ trigger, children }: { trigger: ReactElement; children: ReactNode }) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} delay={400} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup className={cx(overlayStyle, "max-w-xs rounded-sm px-2 py-1 text-xs")}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
