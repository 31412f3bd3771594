import { cx } from "class-variance-authority";
import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  id?: string;
  /** What the section shows, in a few words: "profit a day, 10 machines". */
  note?: ReactNode;
  tools?: ReactNode;
  as?: "h2" | "h3";
  className?: string;
  children: ReactNode;
};

/** A part of a page: title, a word about it, its tools at the right, then the thing itself. No box around. */
export function Section({ title, id, note, tools, as: Heading = "h2", className, children }: Props) {
  return (
    <section aria-labelledby={id} className={cx("min-w-0", className)}>
      <div className="mb-3 flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <Heading id={id} className="text-base">
          {title}
        </Heading>
        {note && <span className="text-subtle">{note}</span>}
        {tools && (
          <div className="order-3 flex w-full flex-wrap gap-1 print:hidden md:order-none md:ml-auto md:w-auto">
            {tools}
          </div>
        )}
      </div>
      {children}
    </section>
  );
}
