import CircleCheck from "lucide-react/icons/circle-check";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { AuditVerdict } from "@/lib/audit/schemas";
import { absoluteTime } from "@/lib/i18n/time-format";
import { paths } from "@/lib/paths";
import { CopyButton } from "../ui/copy-button";
import { RelativeTime } from "../ui/relative-time";

/** What a verification found: whole, or the first bad number and what was done there; and how far it is signed. */
export function ChainVerdict({ verdict }: { verdict: AuditVerdict }) {
  const t = useTranslations("audit.verify");
  const locale = useLocale();
  const { first_bad: bad, entries, waiting, last_checkpoint: signed, public_key, checked_at } = verdict;
  const Icon = bad ? TriangleAlert : CircleCheck;
  return (
    <div className="grid gap-3 border-y border-line py-4">
      <div className="flex gap-3">
        <Icon aria-hidden="true" className={`mt-0.5 size-5 shrink-0 ${bad ? "text-down" : "text-up"}`} />
        <div className="grid min-w-0 gap-1">
          <p className="text-base">{bad ? t("bad", { seq: bad.seq }) : t("ok", { count: entries })}</p>
          {bad && <BadPlace bad={bad} />}
          {waiting > 0 && <p className="text-muted">{t("waiting", { count: waiting })}</p>}
          <p className="text-muted">
            {signed
              ? t.rich("signed", { seq: signed.seq, time: () => <RelativeTime iso={signed.signed_at} /> })
              : t("unsigned")}{" "}
            {signed && (signed.places.length === 2 ? t("twoPlaces") : t(`only.${signed.places[0] ?? "database"}`))}
          </p>
          <p className="text-xs text-subtle">{t("checked", { time: absoluteTime(locale, checked_at) })}</p>
        </div>
      </div>
      <div className="-ml-3 flex flex-wrap gap-1 print:hidden">
        <CopyButton text={public_key} label={t("copyKey")} />
        {signed && <CopyButton text={JSON.stringify(signed)} label={t("copyCheckpoint")} />}
      </div>
    </div>
  );
}

function BadPlace({ bad }: { bad: NonNullable<AuditVerdict["first_bad"]> }) {
  const t = useTranslations("audit.verify");
  const locale = useLocale();
  return (
    <>
      <p>{t(`reasons.${bad.reason}`)}</p>
      <p className="text-muted">{t("whatNow")}</p>
      {bad.entry_id && bad.reason !== "missing" && bad.reason !== "signature" && (
        <p>
          <Link
            href={paths.audit(locale, { entry: bad.entry_id })}
            scroll={false}
            className="underline underline-offset-4 hover:text-gold"
          >
            {t("openEntry")}
          </Link>
        </p>
      )}
    </>
  );
}
