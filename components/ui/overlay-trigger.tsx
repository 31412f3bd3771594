import {
  type ComponentProps,
  cloneElement,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type Ref,
} from "react";

/** What has the focus at first: all of it, or by keys, the first or the last thing in it. */
export type OverlayStart = "whole" | "first" | "last";

type Props = {
  /** The button itself, without anything that it does. */
  trigger: ReactElement<ComponentProps<"button">>;
  opens: "menu" | "dialog";
  isOpen: boolean;
  onOpen: (start: OverlayStart) => void;
  /** Begins to load what it opens, as soon as somebody reaches for it. */
  load: () => unknown;
  ref: Ref<HTMLButtonElement>;
};

/** The button of something that opens over the page, whose code a page doesn't carry until then. */
export function OverlayTrigger({ trigger, opens, isOpen, onOpen, load, ref }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (opens !== "menu" || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    event.preventDefault();
    onOpen(event.key === "ArrowDown" ? "first" : "last");
  };
  // A press of Enter or the space bar is a click without a pointer.
  const onClick = (event: MouseEvent) => onOpen(event.detail === 0 ? "first" : "whole");
  return cloneElement(trigger, {
    ref,
    onClick,
    onKeyDown,
    onPointerEnter: load,
    onFocus: load,
    "aria-haspopup": opens,
    "aria-expanded": isOpen,
  });
}
