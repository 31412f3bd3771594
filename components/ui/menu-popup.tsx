"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { cx } from "class-variance-authority";
import { type ReactNode, useRef } from "react";
import { landmarkOf } from "./landmark-of";
import { Link } from "./link";
import type { MenuItem } from "./menu";
import { optionStyle, overlayStyle } from "./overlay-style";
import type { OverlayStart } from "./overlay-trigger";

type Props = {
  anchor: HTMLElement | null;
  start: OverlayStart;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  items: readonly MenuItem[];
  header?: ReactNode;
  align?: "start" | "end";
};

/** The list of a `Menu`. In a file of its own, so that it comes only when opened. */
export function MenuPopup({ anchor, start, open, onOpenChange, items, header, align = "end" }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const begin = () => {
    const all = [...(list.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    // Nothing of it has the focus yet, unless a key was faster.
    if (start === "whole" || all.some((item) => item === document.activeElement)) return;
    all.at(start === "first" ? 0 : -1)?.focus();
  };
  return (
    <Base.Root open={open} onOpenChange={onOpenChange} onOpenChangeComplete={(isOpen) => isOpen && begin()}>
      <Base.Portal container={landmarkOf(anchor)}>
        <Base.Positioner anchor={anchor} sideOffset={6} align={align} collisionPadding={12} className="z-50">
          <Base.Popup ref={list} finalFocus={() => anchor} className={cx(overlayStyle, "max-w-80 min-w-44 p-1")}>
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
