"use client";

import Download from "lucide-react/icons/download";
import Printer from "lucide-react/icons/printer";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { saveFile } from "../../charts/save-file";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { CopyButton } from "../../ui/copy-button";

type Props = { codes: readonly string[]; email: string; onDone: () => void };

/** The codes, this one time: to copy, to save, to print, and only then to leave. */
export function RecoveryCodes({ codes, email, onDone }: Props) {
  const t = useTranslations("identity.recovery");
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    if (isKept) return;
    // A reload or a closed tab would lose them for good: the browser asks first.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isKept]);
  const text = `${t("fileTitle", { email })}\n\n${codes.join("\n")}\n`;
  return (
    <section aria-labelledby="recovery-codes" className="grid gap-4">
      <div className="grid gap-1">
        <h2 id="recovery-codes" className="text-lg">
          {t("title")}
        </h2>
        <p className="text-muted print:hidden">{t("text")}</p>
        <p className="hidden print:block">{t("fileTitle", { email })}</p>
      </div>
      <ol
        className="grid grid-cols-[repeat(auto-fill,minmax(12rem,1fr))] gap-x-6 border-y border-line py-2 font-mono text-base"
        translate="no"
      >
        {codes.map((code) => (
          <li key={code} className="py-1 whitespace-nowrap select-all">
            {code}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2 print:hidden">
        <CopyButton text={text} label={t("copy")} variant="secondary" />
        <Button
          onClick={() =>
            saveFile("hashinsight-recovery-codes.txt", new Blob([text], { type: "text/plain;charset=utf-8" }))
          }
        >
          <Download aria-hidden="true" />
          {t("download")}
        </Button>
        <Button onClick={() => window.print()}>
          <Printer aria-hidden="true" />
          {t("print")}
        </Button>
      </div>
      <div className="grid justify-items-start gap-3 print:hidden">
        <Checkbox label={t("kept")} checked={isKept} onChange={(event) => setKept(event.target.checked)} />
        <Button variant="primary" disabledReason={isKept ? undefined : t("keepFirst")} onClick={onDone}>
          {t("done")}
        </Button>
      </div>
    </section>
  );
}
