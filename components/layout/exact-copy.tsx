"use client";

import { useEffect } from "react";

/** Copying a figure gives its exact value: `$92.29` on the page is `92.28667711` on the clipboard. */
export function ExactCopy() {
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      const selection = document.getSelection();
      if (!selection || selection.isCollapsed || !event.clipboardData) return;
      const start = figureOf(selection.anchorNode);
      if (!start || start !== figureOf(selection.focusNode)) return;
      event.clipboardData.setData("text/plain", start.value);
      event.preventDefault();
    };
    document.addEventListener("copy", onCopy);
    return () => document.removeEventListener("copy", onCopy);
  }, []);
  return null;
}

const figureOf = (node: Node | null): HTMLDataElement | null => {
  const figure = (node instanceof Element ? node : node?.parentElement)?.closest("data");
  return figure?.value ? figure : null;
};
