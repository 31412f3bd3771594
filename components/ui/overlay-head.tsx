import { Dialog as Base } from "@base-ui/react/dialog";
import { cx } from "class-variance-authority";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonStyle } from "./button-style";

type Props = { title: ReactNode; titleClass?: string; description?: ReactNode; closable?: boolean };

/** What a dialog or drawer is, and the way out of it. */
export function OverlayHead({ title, titleClass, description, closable = true }: Props) {
  const t = useTranslations("common.actions");
  return (
    <div className="flex items-start gap-3">
      <div className="grid min-w-0 flex-1 gap-1">
        <Base.Title className={cx("text-lg", titleClass)}>{title}</Base.Title>
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
  );
}
