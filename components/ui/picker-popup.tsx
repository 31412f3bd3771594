"use client";

import { Combobox } from "@base-ui/react/combobox";
import { cx } from "class-variance-authority";
import Check from "lucide-react/icons/check";
import Search from "lucide-react/icons/search";
import type { ReactNode, RefObject } from "react";
import { optionStyle, overlayStyle } from "./overlay-style";
import type { PickerItem } from "./picker";

type Props = {
  anchor: RefObject<HTMLButtonElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  items: readonly PickerItem[];
  selected: PickerItem | null;
  onSelect: (item: PickerItem) => void;
  label: string;
  searchPlaceholder: string;
  emptyText: ReactNode;
};

const plain = (text: string): string => text.normalize("NFKC").toLowerCase();

/** Every word of the search occurs somewhere in the item: "s21 hyd" finds "Antminer S21 XP Hyd". */
const matches = (item: PickerItem, query: string): boolean => {
  if (item.always) return true;
  const haystack = plain(`${item.label} ${item.note ?? ""} ${item.keywords ?? ""}`);
  return plain(query)
    .split(/\s+/)
    .every((word) => haystack.includes(word));
};

/** The list of a `Picker`, with its search field. In a file of its own, so that it comes only when opened. */
export function PickerPopup({ anchor, open, onOpenChange, items, selected, onSelect, ...words }: Props) {
  return (
    <Combobox.Root
      items={items as PickerItem[]}
      open={open}
      onOpenChange={onOpenChange}
      value={selected}
      onValueChange={(item) => item && onSelect(item)}
      filter={matches}
      itemToStringLabel={(item) => item.label}
      isItemEqualToValue={(one, other) => one.value === other.value}
      limit={200}
      autoHighlight
    >
      <Combobox.Portal>
        <Combobox.Positioner anchor={anchor} align="start" sideOffset={4} collisionPadding={12} className="z-50">
          <Combobox.Popup
            aria-label={words.label}
            finalFocus={anchor}
            className={cx(
              overlayStyle,
              "flex max-h-[min(26rem,var(--available-height))] w-[max(var(--anchor-width),min(24rem,var(--available-width)))] max-w-(--available-width) flex-col",
            )}
          >
            <div className="flex items-center gap-2 border-b border-line-strong px-3">
              <Search aria-hidden="true" className="size-4 shrink-0 text-muted" />
              <Combobox.Input
                aria-label={words.searchPlaceholder}
                placeholder={words.searchPlaceholder}
                className="min-h-11 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-muted"
              />
            </div>
            <Combobox.Empty className="px-3 text-muted not-empty:py-4">{words.emptyText}</Combobox.Empty>
            <Combobox.List className="min-h-0 overflow-y-auto overscroll-contain p-1 empty:p-0">
              {(item: PickerItem) => (
                <Combobox.Item key={item.value} value={item} className={optionStyle}>
                  <span className="min-w-0 flex-1 truncate">{item.label}</span>
                  {item.note && <span className="shrink-0 text-xs text-muted">{item.note}</span>}
                  <Check
                    aria-hidden="true"
                    className={cx("size-4 shrink-0 text-gold", item.value !== selected?.value && "invisible")}
                  />
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
