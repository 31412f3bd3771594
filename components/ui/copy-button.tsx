"use client";

import Check from "lucide-react/icons/check";
import Copy from "lucide-react/icons/copy";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { Button } from "./button";
import { toast } from "./toast";

type Props = { text: string | (() => string); label?: ReactNode; variant?: "quiet" | "secondary" };

/** Copies, says so in its own label for two seconds, and says what to do where the browser refuses. */
export function CopyButton({ text, label, variant = "quiet" }: Props) {
  const t = useTranslations("common.actions");
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(typeof text === "function" ? text() : text);
      setCopied(true);
    } catch {
      toast.error(t("copyFailed"));
    }
  };
  return (
    <Button variant={variant} onClick={copy}>
      {copied ? <Check aria-hidden="true" className="text-up" /> : <Copy aria-hidden="true" />}
      <span aria-live="polite">{copied ? t("copied") : (label ?? t("copy"))}</span>
    </Button>
  );
}
