"use client";

import { cx } from "class-variance-authority";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

type Props = { href: string; className?: string; children: ReactNode };

/** A link of a menu that knows whether it leads to where one is. Under `/api` there are no pages of the app. */
export function NavLink({ href, className, children }: Props) {
  const here = usePathname() === href;
  const shared = { "aria-current": here ? ("page" as const) : undefined, className: cx("nav-link", className) };
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
