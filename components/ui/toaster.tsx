"use client";

import { Toast } from "@base-ui/react/toast";
import { cx } from "class-variance-authority";
import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import Info from "lucide-react/icons/info";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { buttonStyle } from "./button-style";
import { overlayStyle } from "./overlay-style";
import { listenToToasts, type ToastMessage } from "./toast";

const manager = Toast.createToastManager();

/** A word and a shape for each kind, so that the colour is never the only signal. */
const ICONS = { success: CircleCheck, info: Info, error: CircleAlert } as const;
const TONES = { success: "text-up", info: "text-info", error: "text-down" } as const;

const show = ({ kind, text, action }: ToastMessage): void => {
  // What was offered is taken, so what offered it goes.
  const take = (run: () => void) => () => {
    manager.close(id);
    run();
  };
  const id: string = manager.add({
    type: kind,
    title: text,
    timeout: kind === "error" ? 0 : 5_000,
    priority: "low",
    ...(action ? { actionProps: { children: action.label, onClick: take(action.run) } } : {}),
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
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label={t("toasts.label")}
          // Above the bar at the foot of a phone.
          className="fixed right-4 bottom-20 left-4 z-50 grid justify-items-end gap-2 md:bottom-4 md:left-auto md:w-96 print:hidden"
        >
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Toasts() {
  const t = useTranslations("common.actions");
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => {
    const kind = toast.type === "error" || toast.type === "success" ? toast.type : "info";
    const Icon = ICONS[kind];
    return (
      <Toast.Root
        key={toast.id}
        toast={toast}
        className={cx(overlayStyle, "w-full border border-line-strong data-limited:hidden")}
      >
        <Toast.Content className="flex items-start gap-3 py-2 pr-2 pl-4">
          <Icon aria-hidden="true" className={cx("mt-2 size-4 shrink-0", TONES[kind])} />
          <Toast.Title render={<p />} className="min-w-0 flex-1 py-1.5 text-sm" />
          {toast.actionProps && <Toast.Action className={buttonStyle({ variant: "secondary" })} />}
          <Toast.Close
            aria-label={t("close")}
            // Ours are no stack that has to be opened first: whoever hears the page finds the button too.
            aria-hidden={false}
            className={buttonStyle({ variant: "quiet", size: "icon" })}
          >
            <X aria-hidden="true" />
          </Toast.Close>
        </Toast.Content>
      </Toast.Root>
    );
  });
}
