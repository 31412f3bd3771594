"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { cx } from "class-variance-authority";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import type { RefObject } from "react";
import { buttonStyle } from "./button-style";
import type { DialogProps } from "./dialog";
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
  const t = useTranslations("common.actions");
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal keepMounted={kept}>
        <Base.Backdrop className={scrimStyle} />
        <Base.Popup
          {...(opener ? { finalFocus: opener } : {})}
          className={cx(overlayStyle, "dialog grid content-start gap-4 overflow-y-auto p-5", className)}
        >
          <div className="flex items-start gap-3">
            <div className="grid min-w-0 flex-1 gap-1">
              <Base.Title className="text-lg">{title}</Base.Title>
              {description && <Base.Description className="text-muted">{description}</Base.Description>}
            </div>
            {closable && (
              <Base.Close
                className={cx(buttonStyle({ variant: "quiet", size: "icon" }), "-mt-1 -mr-2")}
                aria-label={t("close")}
              >
                <X aria-hidden="true" />
              </Base.Close>
            )}
          </div>
          {children}
          {footer && <div className="flex flex-wrap justify-end gap-2">{footer}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
