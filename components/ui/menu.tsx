"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { cx } from "class-variance-authority";
import { type ReactElement, type ReactNode, useState } from "react";
import { landmarkOf } from "./landmark-of";
import { Link } from "./link";
import { optionStyle, overlayStyle } from "./overlay-style";

export type MenuItem = {
  key: string;
  label: ReactNode;
  icon?: ReactNode;
  /** A second line: the role in a company. */
  note?: ReactNode;
  /** Why it can't be chosen now; it stays in sight. */
  disabledReason?: string;
} & ({ onSelect: () => void } | { href: string });

/** Actions behind one button: arrows, type-ahead, Esc. `header` says whose they are. */
export function Menu({
  trigger,
  items,
  header,
  align = "end",
}: {
  trigger: ReactElement;
  items: readonly MenuItem[];
  header?: ReactNode;
  align?: "start" | "end";
}) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <Base.Root>
      <Base.Trigger ref={setAnchor} render={trigger} />
      <Base.Portal container={landmarkOf(anchor)}>
        <Base.Positioner sideOffset={6} align={align} collisionPadding={12} className="z-50">
          <Base.Popup className={cx(overlayStyle, "max-w-80 min-w-44 p-1")}>
            {header && <div className="mb-1 border-b border-line-strong px-3 pt-2 pb-3">{header}</div>}
            {items.map((item) =>
              "href" in item ? (
                <Base.LinkItem
                  key={item.key}
                  closeOnClick
                  render={<Link href={item.href} />}
                  className={cx(optionStyle, "[&_svg]:size-4")}
                >
                  {item.icon}
                  <Label item={item} />
                </Base.LinkItem>
              ) : (
                <Base.Item
                  key={item.key}
                  disabled={item.disabledReason !== undefined}
                  onClick={item.onSelect}
                  className={cx(optionStyle, "[&_svg]:size-4")}
                >
                  {item.icon}
                  <Label item={item} />
                </Base.Item>
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const Label = ({ item: { label, note, disabledReason } }: { item: MenuItem }) => (
  <span className="grid min-w-0">
    <span className="truncate">{label}</span>
    {(disabledReason ?? note) && <span className="text-xs text-muted">{disabledReason ?? note}</span>}
  </span>
);
