"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { cx } from "class-variance-authority";
import type { ReactElement, ReactNode } from "react";
import { optionStyle, overlayStyle } from "./overlay-style";

export type MenuItem = {
  key: string;
  label: ReactNode;
  icon?: ReactNode;
  /** Why it can't be chosen now; it stays in sight. */
  disabledReason?: string;
} & ({ onSelect: () => void } | { href: string });

/** Actions behind one button: arrows, type-ahead, Esc. */
export function Menu({
  trigger,
  items,
  align = "end",
}: {
  trigger: ReactElement;
  items: readonly MenuItem[];
  align?: "start" | "end";
}) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={6} align={align} collisionPadding={12} className="z-50">
          <Base.Popup className={cx(overlayStyle, "min-w-44 p-1")}>
            {items.map((item) =>
              "href" in item ? (
                <Base.LinkItem key={item.key} href={item.href} className={cx(optionStyle, "[&_svg]:size-4")}>
                  {item.icon}
                  {item.label}
                </Base.LinkItem>
              ) : (
                <Base.Item
                  key={item.key}
                  disabled={item.disabledReason !== undefined}
                  onClick={item.onSelect}
                  className={cx(optionStyle, "[&_svg]:size-4")}
                >
                  {item.icon}
                  <span className="grid">
                    {item.label}
                    {item.disabledReason && <span className="text-xs">{item.disabledReason}</span>}
                  </span>
                </Base.Item>
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
