"use client";

import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { paths } from "@/lib/paths";
import type { Refused } from "../../admin/answer";
import { RefusedNote } from "../../admin/refused-note";
import { buttonStyle } from "../../ui/button-style";
import { useImportWords } from "./use-import-words";

/** Why a file or its rows were refused. The sign-in opens beside the page, which holds the file. */
export function ImportRefusal({ refused }: { refused: Refused }) {
  const t = useTranslations("catalogue.form");
  const words = useImportWords();
  const locale = useLocale();
  const next = usePathname();
  return (
    <RefusedNote
      refused={refused}
      text={words.refusal(refused)}
      action={
        refused.code === "unauthenticated" && (
          <a href={paths.signIn(locale, { next })} target="_blank" rel="noreferrer" className={buttonStyle()}>
            {t("signIn")}
          </a>
        )
      }
    />
  );
}
