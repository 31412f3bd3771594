"use client";

import ChevronsUpDown from "lucide-react/icons/chevrons-up-down";
import dynamic from "next/dynamic";
import { type ReactNode, useRef, useState } from "react";
import { Select } from "./select";
import { useHydrated } from "./use-hydrated";

export type PickerItem = {
  value: string;
  label: string;
  /** A remark at the right: "200 TH/s, 17.5 J/TH". */
  note?: string;
  /** Stays in the list whatever is searched for. */
  always?: boolean;
  /** More words by which it is found. */
  keywords?: string;
};

type Props = {
  id: string;
  /** Sent with the form. Scripts give it a hidden input, their absence the browser's own list. */
  name?: string;
  items: readonly PickerItem[];
  value: string;
  onValueChange: (value: string) => void;
  /** Name of the list for a screen reader, and the words of the search field. */
  label: string;
  searchPlaceholder: string;
  emptyText: ReactNode;
  /** What the closed control shows; the item's label otherwise. */
  display?: ReactNode;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
};

const loadPopup = () => import("./picker-popup").then((module) => module.PickerPopup);
const PickerPopup = dynamic(loadPopup, { ssr: false });

/** One of many, found by typing a part of its name. The list is loaded when the reader reaches for it. */
export function Picker({
  id,
  name,
  items,
  value,
  onValueChange,
  label,
  searchPlaceholder,
  emptyText,
  display,
  ...aria
}: Props) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const [touched, setTouched] = useState(false);
  const hydrated = useHydrated();
  const selected = items.find((item) => item.value === value);
  const show = () => {
    setTouched(true);
    setOpen(true);
  };
  return (
    <>
      <button
        {...aria}
        ref={anchor}
        id={id}
        type="button"
        aria-haspopup="listbox"
        aria-expanded={open}
        onPointerEnter={loadPopup}
        onFocus={loadPopup}
        onClick={show}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          show();
        }}
        className="control needs-script flex w-full items-center gap-2 px-3 text-left"
      >
        <span className="min-w-0 flex-1 truncate">{display ?? selected?.label ?? value}</span>
        <ChevronsUpDown aria-hidden="true" className="size-4 shrink-0 text-subtle" />
      </button>
      {name && hydrated && <input type="hidden" name={name} value={value} />}
      {name && (
        <noscript>
          <Select {...aria} name={name} aria-label={label} defaultValue={value} options={items} />
        </noscript>
      )}
      {touched && (
        <PickerPopup
          anchor={anchor}
          open={open}
          onOpenChange={setOpen}
          items={items}
          selected={selected ?? null}
          onSelect={(item) => onValueChange(item.value)}
          label={label}
          searchPlaceholder={searchPlaceholder}
          emptyText={emptyText}
        />
      )}
    </>
  );
}
