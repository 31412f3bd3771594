"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { cx } from "class-variance-authority";
import { type ReactElement, type ReactNode, useState } from "react";
import { landmarkOf } from "./landmark-of";
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
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <Base.Root>
      <Base.Trigger ref={setAnchor} render={trigger} />
      <Base.Portal container={landmarkOf(anchor)}>
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
