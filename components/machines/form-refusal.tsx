"use client";

import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { paths } from "@/lib/paths";
import type { Refused } from "../admin/answer";
import { RefusedNote } from "../admin/refused-note";
import { ButtonLink } from "../ui/button-link";
import { useFaultWords } from "./use-fault-words";

type Props = { refused: Refused; action?: ReactNode; text?: string };

/** Why the form as a whole was refused. A session that is over leads to the sign-in and back; the draft is kept. */
export function FormRefusal({ refused, action, text }: Props) {
  const t = useTranslations("catalogue.form");
  const words = useFaultWords();
  const locale = useLocale();
  const pathname = usePathname();
  if (refused.code === "step_up_required") return null;
  if (refused.code === "unauthenticated") {
    const href = paths.signIn(locale, { next: pathname });
    return (
      <RefusedNote
        refused={refused}
        text={t("sessionOver")}
        action={<ButtonLink href={href}>{t("signIn")}</ButtonLink>}
      />
    );
  }
  return <RefusedNote refused={refused} text={text ?? words.ofCode(refused.code)} action={action} />;
}
