import type { ReactNode } from "react";

type SectionProps = { id: string; title: ReactNode; text?: ReactNode; children: ReactNode };

/** A part of a page of settings: what it is about at the left, the thing at the right; one below the other on a phone. */
export function SettingsSection({ id, title, text, children }: SectionProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid gap-3 border-t border-line py-6 lg:grid-cols-[16rem_minmax(0,1fr)] lg:gap-10"
    >
      <div className="grid content-start gap-1">
        <h2 id={`${id}-title`} className="text-base">
          {title}
        </h2>
        {text && <p className="max-w-[56ch] text-muted">{text}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

type RowProps = { label: ReactNode; value: ReactNode; actions?: ReactNode };

/** One fact and what can be done with it. */
export function SettingRow({ label, value, actions }: RowProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line py-2 first:pt-0 last:border-b-0">
      <div className="grid min-w-40 flex-1 gap-0.5">
        <span>{label}</span>
        <span className="wrap-anywhere text-muted">{value}</span>
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
