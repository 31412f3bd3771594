"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Toaster as Sonner, toast as sonner } from "sonner";
import { listenToToasts, type ToastMessage } from "./toast";

const show = ({ kind, text, action }: ToastMessage): void => {
  sonner[kind](text, {
    duration: kind === "error" ? Number.POSITIVE_INFINITY : 5_000,
    ...(action ? { action: { label: action.label, onClick: action.run } } : {}),
  });
};

/** At most three, in a polite live region. Loaded by `ToastHost` with the toasts that made it necessary. */
export function Toaster({ first }: { first: readonly ToastMessage[] }) {
  const t = useTranslations("common");
  const shown = useRef(false);
  useEffect(() => {
    if (!shown.current) for (const message of first) show(message);
    shown.current = true;
    return listenToToasts(show);
  }, [first]);
  return (
    <Sonner
      theme="dark"
      visibleToasts={3}
      expand
      closeButton
      // Above the bar at the foot of a phone.
      mobileOffset={{ bottom: 72 }}
      position="bottom-right"
      containerAriaLabel={t("toasts.label")}
      toastOptions={{
        closeButtonAriaLabel: t("actions.close"),
        classNames: { toast: "!rounded-lg !border-line-strong !bg-overlay !text-text !shadow-overlay !font-sans" },
      }}
    />
  );
}
