import { NextIntlClientProvider, useLocale } from "next-intl";
import type { ReactNode } from "react";
import { messages, type Namespace } from "@/lib/i18n/messages";

/** What the shell and the primitives need in the browser, on every page. */
const SHELL: readonly Namespace[] = ["common", "layout", "errors"];

/** Sends the words of these domains to the browser, and no others. Wrap the client part of a page in it. */
export function ClientMessages({
  namespaces = [],
  children,
}: {
  namespaces?: readonly Namespace[];
  children: ReactNode;
}) {
  const all = messages[useLocale()];
  const sent = Object.fromEntries([...SHELL, ...namespaces].map((name) => [name, all[name]]));
  return <NextIntlClientProvider messages={sent}>{children}</NextIntlClientProvider>;
}
