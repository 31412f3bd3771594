"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { cx } from "class-variance-authority";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { buttonStyle } from "./button-style";
import { OverlayHead } from "./overlay-head";
import { overlayStyle, scrimStyle } from "./overlay-style";
import { useHydrated } from "./use-hydrated";

type Props = {
  title: ReactNode;
  description?: ReactNode;
  /** The page without it: closing leads there. */
  closeHref: string;
  children: ReactNode;
};

/**
 * One thing of a list, beside the list, at an address of its own. Esc and the ground beside it close. Without scripts and
 * on paper it stands in the page where it is put.
 */
export function Drawer({ title, description, closeHref, children }: Props) {
  const t = useTranslations("common.actions");
  const router = useRouter();
  const isHydrated = useHydrated();
  return (
    <>
      <div className="while-still">
        <section className="grid gap-4 border-y border-line py-5">
          <h2 className="text-lg">{title}</h2>
          {description && <p className="text-muted">{description}</p>}
          {children}
          <a href={closeHref} className={cx(buttonStyle(), "justify-self-start")}>
            {t("close")}
          </a>
        </section>
      </div>
      {isHydrated && (
        <Base.Root open onOpenChange={(open) => open || router.push(closeHref, { scroll: false })}>
          <Base.Portal>
            <Base.Backdrop className={scrimStyle} />
            <Base.Popup
              className={cx(
                overlayStyle,
                "[--color-line:var(--color-line-strong)] fixed inset-y-0 right-0 z-50 grid w-full content-start gap-5 overflow-y-auto rounded-none p-5 pb-[max(20px,env(safe-area-inset-bottom))] sm:w-[min(40rem,92vw)] sm:rounded-l-lg",
              )}
            >
              <OverlayHead {...{ title, description }} titleClass="wrap-anywhere" />
              {children}
            </Base.Popup>
          </Base.Portal>
        </Base.Root>
      )}
    </>
  );
}
