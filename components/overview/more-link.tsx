import ChevronRight from "lucide-react/icons/chevron-right";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

/** On to the page of which a part is above. */
export function MoreLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="touch mt-1 inline-flex items-center gap-1 text-muted underline-offset-4 hover:text-text hover:underline print:hidden"
    >
      {children}
      <ChevronRight aria-hidden="true" className="size-4 shrink-0" />
    </Link>
  );
}
