"use client";

import RefreshCw from "lucide-react/icons/refresh-cw";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { Button } from "../../ui/button";

/** Looks again. Not by itself: a page that is left open must not keep its session alive. */
export function Recheck() {
  const t = useTranslations("admin.system");
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  return (
    <Button pending={pending} onClick={() => startTransition(() => router.refresh())} className="needs-script">
      <RefreshCw aria-hidden="true" />
      {t("recheck")}
    </Button>
  );
}
