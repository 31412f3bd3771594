import ChevronDown from "lucide-react/icons/chevron-down";
import type { ComponentProps, ReactNode } from "react";

type Props = ComponentProps<"details"> & {
  title: ReactNode;
  /** What is inside, so that one knows without opening. */
  note?: ReactNode;
};

/** More for those who want it, behind a hairline. The browser's own: opens without scripts and when searched. */
export function Disclosure({ title, note, children, ...rest }: Props) {
  return (
    <details {...rest} className="group border-t border-line">
      <summary className="flex min-h-11 list-none items-center gap-3 py-2 text-muted hover:text-text [&::-webkit-details-marker]:hidden">
        <span className="shrink-0">{title}</span>
        {note && <span className="ml-auto min-w-0 text-right text-xs text-subtle group-open:invisible">{note}</span>}
        <ChevronDown
          aria-hidden="true"
          className="size-4 shrink-0 text-subtle transition-transform not-first:ml-0 group-open:rotate-180 nth-[2]:ml-auto"
        />
      </summary>
      <div className="grid gap-5 pt-1 pb-5">{children}</div>
    </details>
  );
}
