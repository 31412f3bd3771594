"use client";

import Download from "lucide-react/icons/download";
import ShieldCheck from "lucide-react/icons/shield-check";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { AuditVerdict } from "@/lib/audit/schemas";
import { PageHead } from "../admin/page-head";
import { type FormAction, IDLE } from "../identity/form/form-state";
import { useErrorWords } from "../identity/form/use-error-words";
import { Button } from "../ui/button";
import { buttonStyle } from "../ui/button-style";
import { ErrorState } from "../ui/error-state";
import { ChainVerdict } from "./chain-verdict";

type Props = {
  /** Asks whether the log is what was sealed; a form, so that it works without scripts. */
  verify: FormAction<AuditVerdict>;
  /** Addresses of what the filters show, as files. */
  files: { csv: string; jsonl: string };
};

/** The page's name with what can be done with the whole log, and what its verification found. */
export function AuditHead({ verify, files }: Props) {
  const t = useTranslations("audit");
  const words = useErrorWords();
  const [state, ask, pending] = useActionState(verify, IDLE);
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHead
        title={t("title")}
        note={t("note")}
        tools={
          <>
            <form action={ask}>
              <Button type="submit" pending={pending}>
                <ShieldCheck aria-hidden="true" />
                {t("verify.button")}
              </Button>
            </form>
            {(["csv", "jsonl"] as const).map((format) => (
              <a key={format} href={files[format]} download title={t("exportHint")} className={buttonStyle()}>
                <Download aria-hidden="true" />
                {t(`export.${format}`)}
              </a>
            ))}
          </>
        }
      />
      <div aria-live="polite" className="empty:hidden">
        {!pending && state.status === "done" && state.data && <ChainVerdict verdict={state.data} />}
        {!pending && state.status === "failed" && (
          <ErrorState
            title={t("verify.failed")}
            text={words.ofForm(state)}
            code={state.code}
            requestId={state.requestId}
          />
        )}
      </div>
    </div>
  );
}
