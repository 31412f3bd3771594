"use client";

import { cx } from "class-variance-authority";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useRef, useTransition } from "react";
import { Button } from "../ui/button";

type Props = {
  /** The page's own address, without a query. */
  action: string;
  className?: string;
  children: ReactNode;
};

/** Asks for the list as the form now stands; typing waits a moment first. */
export const AskAgain = createContext<(how: "now" | "soon") => void>(() => {});

const TYPING_MS = 350;

/**
 * The filters of a list, which live in the address: the form is one of the browser's own, so it works without scripts, and
 * with them each choice counts at once. A new filter begins the list again.
 */
export function FilterForm({ action, className, children }: Props) {
  const t = useTranslations("common.actions");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [pending, startTransition] = useTransition();

  const go = (how: "push" | "replace") => {
    clearTimeout(timer.current);
    if (!form.current) return;
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form.current))
      if (typeof value === "string" && value.trim() !== "") query.set(name, value.trim());
    startTransition(() => router[how](query.size > 0 ? `${action}?${query}` : action, { scroll: false }));
  };
  const ask = (how: "now" | "soon") => {
    if (how === "now") return go("push");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => go("replace"), TYPING_MS);
  };

  return (
    <AskAgain value={ask}>
      <search>
        <form
          ref={form}
          action={action}
          aria-busy={pending || undefined}
          onSubmit={(event) => {
            event.preventDefault();
            go("push");
          }}
          className={cx("flex flex-wrap items-end gap-3", className)}
        >
          {children}
          <noscript>
            <Button type="submit">{t("apply")}</Button>
          </noscript>
        </form>
      </search>
    </AskAgain>
  );
}
