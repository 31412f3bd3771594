"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { cx } from "class-variance-authority";
import type { RefObject } from "react";
import type { DialogProps } from "./dialog";
import { OverlayHead } from "./overlay-head";
import { overlayStyle, scrimStyle } from "./overlay-style";

type Props = DialogProps & {
  /** Where the focus returns to, unless that is where it came from. */
  opener?: RefObject<HTMLElement | null>;
};

/** What a `Dialog` shows. In a file of its own, so that it comes only when opened. */
export function DialogBox({
  open,
  onOpenChange,
  opener,
  title,
  description,
  footer,
  kept = false,
  closable = true,
  className,
  children,
}: Props) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal keepMounted={kept}>
        <Base.Backdrop className={scrimStyle} />
        <Base.Popup
          {...(opener ? { finalFocus: opener } : {})}
          className={cx(overlayStyle, "dialog grid content-start gap-4 overflow-y-auto p-5", className)}
        >
          <OverlayHead {...{ title, description, closable }} />
          {children}
          {footer && <div className="flex flex-wrap justify-end gap-2">{footer}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
