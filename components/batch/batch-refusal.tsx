"use client";

import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { paths } from "@/lib/paths";
import type { Refused } from "../admin/answer";
import { RefusedNote } from "../admin/refused-note";
import { ButtonLink } from "../ui/button-link";
import { buttonStyle } from "../ui/button-style";
import { useBatchWords } from "./use-batch-words";

/** Why a list, or its keeping, was refused, and the way on. The sign-in opens beside the page, which holds the list. */
export function BatchRefusal({ refused }: { refused: Refused }) {
  const t = useTranslations("batch");
  const plans = useTranslations("identity.errors");
  const words = useBatchWords();
  const locale = useLocale();
  const next = usePathname();
  const action =
    refused.code === "unauthenticated" ? (
      <a href={paths.signIn(locale, { next })} target="_blank" rel="noreferrer" className={buttonStyle()}>
        {t("signIn")}
      </a>
    ) : refused.code === "plan_limit" ? (
      <ButtonLink href={paths.pricing(locale)}>{plans("plan_limit_link")}</ButtonLink>
    ) : null;
  return <RefusedNote refused={refused} text={words.ofRefusal(refused)} action={action} />;
}
