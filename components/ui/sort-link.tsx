import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import type { ReactNode } from "react";
import { Link } from "./link";

type Props = {
  /** The same list sorted by this column; where it is so already, the other way round. */
  href: string;
  sorted: "ascending" | "descending" | undefined;
  children: ReactNode;
};

/** The head of a column that its table can be sorted by; the column says `sorted` too. */
export function SortLink({ href, sorted, children }: Props) {
  const Arrow = sorted === "ascending" ? ArrowUp : ArrowDown;
  return (
    <Link
      href={href}
      scroll={false}
      replace
      className="inline-flex min-h-6 items-center gap-1 hover:text-text aria-[current]:text-text"
      {...(sorted ? { "aria-current": "true" } : {})}
    >
      {children}
      {sorted && <Arrow aria-hidden="true" className="size-3 shrink-0" />}
    </Link>
  );
}
