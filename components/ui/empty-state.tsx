import type { ReactNode } from "react";

type Props = {
  /** Why there is nothing yet. */
  title: string;
  text?: ReactNode;
  /** The one thing to do about it, and sample data where there is some. */
  actions?: ReactNode;
};

/** Nothing here yet: why, and the one thing to do. For a filter that hides all, the action clears the filter. */
export function EmptyState({ title, text, actions }: Props) {
  return (
    <div className="grid justify-items-start gap-2 border-y border-line py-10">
      <p className="text-base">{title}</p>
      {text && <p className="max-w-[60ch] text-muted">{text}</p>}
      {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}
