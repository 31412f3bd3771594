import { cx } from "class-variance-authority";
import { useTranslations } from "next-intl";
import type { AuditChange } from "@/lib/audit/schemas";

const SIGN = { added: "+", removed: "−", changed: "±" } as const;
const TONE = { added: "text-up", removed: "text-down", changed: "text-info" } as const;

/** Place by place what became of it: a sign and a word for each, what stood there and what stands there now. */
export function ChangeList({ changes }: { changes: readonly AuditChange[] }) {
  const t = useTranslations("audit.changes");
  if (changes.length === 0) return <p className="text-muted">{t("none")}</p>;
  return (
    <ul className="border-t border-line">
      {changes.map((change) => (
        <li key={change.path} className="grid gap-1 border-b border-line py-2.5">
          <div className="flex items-baseline gap-2">
            <span aria-hidden="true" className={cx("w-3 shrink-0 text-center font-medium", TONE[change.kind])}>
              {SIGN[change.kind]}
            </span>
            <span className="min-w-0 wrap-anywhere">{placeOf(change.path) || t("whole")}</span>
            <span className="ml-auto shrink-0 text-xs text-subtle">{t(change.kind)}</span>
          </div>
          <div className="grid gap-1 pl-5 sm:grid-cols-2 sm:gap-4">
            {change.kind === "changed" ? (
              <>
                <Side label={t("before")} value={change.before} className="text-muted" />
                <Side label={t("after")} value={change.after} className="text-text" />
              </>
            ) : (
              <Value
                value={change.kind === "added" ? change.after : change.before}
                className={change.kind === "added" ? "text-text" : "text-muted"}
              />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

type ValueProps = { value: unknown; className: string };

function Side({ label, ...value }: ValueProps & { label: string }) {
  return (
    <div className="grid min-w-0 content-start">
      <span className="text-xs text-subtle">{label}</span>
      <Value {...value} />
    </div>
  );
}

const Value = ({ value, className }: ValueProps) => (
  <code className={cx("font-mono text-xs wrap-anywhere whitespace-pre-wrap sm:only:col-span-2", className)}>
    {shown(value)}
  </code>
);

const shown = (value: unknown): string => (typeof value === "string" ? value || '""' : JSON.stringify(value, null, 2));

/** `/site/name` as people read it. */
const placeOf = (pointer: string): string =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .join(" › ");
