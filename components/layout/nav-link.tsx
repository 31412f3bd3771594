"use client";

import { cx } from "class-variance-authority";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

type Props = {
  href: string;
  /** Also when one is on a page below this address. */
  area?: string | undefined;
  onClick?: () => void;
  className?: string;
  children: ReactNode;
};

/** A link of a menu that knows whether it leads to where one is. Under `/api` there are no pages of the app. */
export function NavLink({ href, area, onClick, className, children }: Props) {
  const pathname = usePathname();
  const here = pathname === href ? "page" : area !== undefined && pathname.startsWith(`${area}/`) ? "true" : undefined;
  const shared = {
    "aria-current": here as "page" | "true" | undefined,
    ...(onClick ? { onClick } : {}),
    className: cx("nav-link", className),
  };
  return href.startsWith("/api/") ? (
    <a href={href} {...shared}>
      {children}
    </a>
  ) : (
    <Link href={href} {...shared}>
      {children}
    </Link>
  );
}
