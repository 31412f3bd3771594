"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { cx } from "class-variance-authority";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { buttonStyle } from "./button-style";
import { overlayStyle, scrimStyle } from "./overlay-style";

type Props = Pick<ComponentProps<typeof Base.Root>, "open" | "onOpenChange" | "defaultOpen"> & {
  /** The button that opens it; leave it out where the dialog is controlled. */
  trigger?: ReactElement;
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

/** A question over the page. Focus goes in, stays in, and returns to where it came from; Esc closes. */
export function Dialog({
  trigger,
  title,
  description,
  footer,
  kept = false,
  closable = true,
  className,
  children,
  ...root
}: Props) {
  const t = useTranslations("common.actions");
  return (
    <Base.Root {...root}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal keepMounted={kept}>
        <Base.Backdrop className={scrimStyle} />
        <Base.Popup className={cx(overlayStyle, "dialog grid content-start gap-4 overflow-y-auto p-5", className)}>
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
