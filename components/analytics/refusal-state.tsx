import { useTranslations } from "next-intl";
import { ErrorState } from "../ui/error-state";
import type { Refusal } from "./ask-analysis";

const KNOWN = ["unreachable", "unavailable", "limit_exceeded", "forbidden", "validation", "too_large"] as const;

type Props = { refusal: Refusal; onRetry: () => void; retrying: boolean };

/** Why there is no answer, and what to do. */
export function RefusalState({ refusal, onRetry, retrying }: Props) {
  const t = useTranslations("analytics.refusal");
  const known = KNOWN.find((code) => code === refusal.code);
  const [wrong] = refusal.errors;
  return (
    <ErrorState
      title={t("title")}
      text={
        <>
          {t(known ?? "internal")}
          {wrong?.code === "too_many_cells" ? (
            <span className="mt-1 block">{t("tooManyCells")}</span>
          ) : (
            // The field's own words are the interface's, in English.
            wrong && <span lang="en" className="mt-1 block text-subtle">{`${wrong.path}: ${wrong.message}`}</span>
          )}
        </>
      }
      code={refusal.code}
      requestId={refusal.requestId || undefined}
      {...(refusal.isPassing ? { onRetry, retrying } : {})}
    />
  );
}
