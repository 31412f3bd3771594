import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { EmptyState } from "../ui/empty-state";
import { Skeleton } from "../ui/skeleton";
import { Spinner } from "../ui/spinner";
import { usePendingIndicator } from "../ui/use-pending-indicator";

type Props = {
  /** Why there is no new answer: never grey, whatever stands below it. */
  fault: ReactNode;
  answer: ReactNode;
  form: ReactNode;
  formLabel: string;
  detail: ReactNode;
  state: { isOld: boolean; isAsking: boolean; isWrong: boolean };
};

/** The answer first, then what moves it, then the detail; what moves it stands at the left where there is room. */
export function AnalysisLayout({ fault, answer, form, formLabel, detail, state }: Props) {
  const old = state.isOld && "old-result";
  return (
    <div className="grid grid-cols-1 lg:grid-cols-[20rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr] lg:gap-x-9">
      <div className="grid min-w-0 content-start gap-1 pb-6 lg:col-start-2">
        <Status {...state} />
        {fault}
        <div className={cx("grid min-w-0 gap-6", old)}>{answer}</div>
      </div>
      <form
        aria-label={formLabel}
        onSubmit={(event) => event.preventDefault()}
        className="needs-script grid min-w-0 content-start gap-5 border-y border-line py-5 lg:col-start-1 lg:row-span-2 lg:row-start-1 lg:border-y-0 lg:border-r lg:py-0 lg:pr-6 print:hidden"
      >
        {form}
      </form>
      <div className={cx("grid min-w-0 content-start gap-9 pt-7 lg:col-start-2 lg:pt-3", old)}>{detail}</div>
    </div>
  );
}

/** Said to a screen reader too; its line is always there, so that nothing jumps. */
function Status({ isOld, isAsking, isWrong }: Props["state"]) {
  const t = useTranslations("analytics.status");
  const isSlow = usePendingIndicator(isAsking);
  return (
    <p role="status" className="flex min-h-6 items-center gap-2 text-xs text-muted">
      {isWrong && isOld && <span className="border-l-2 border-warn pl-3">{t("wrong")}</span>}
      {!isWrong && isSlow && (
        <>
          <Spinner />
          {t("asking")}
        </>
      )}
    </p>
  );
}

/** What holds the place of the first answer; where nothing is asked, because a field is wrong, says so. */
export function AnswerPlace({ isWrong }: { isWrong: boolean }) {
  const t = useTranslations("analytics.status");
  if (isWrong) return <EmptyState title={t("nothing")} text={t("fillIn")} />;
  return (
    <div className="grid gap-4">
      <Skeleton className="h-4 w-2/3" />
      <Skeleton className="h-11 w-full max-w-md" />
      <Skeleton className="h-12 w-full max-w-[68ch]" />
      <Skeleton className="h-24" />
    </div>
  );
}

/** What holds the place of a chart or a table. */
export function DetailPlace() {
  return (
    <>
      <Skeleton className="h-56" />
      <Skeleton className="h-80" />
    </>
  );
}
