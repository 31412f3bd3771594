/** Tells each time that somebody turns to the page, until `signal`: it is shown, its window gets the focus, or is pressed. */
export function onLook(listener: () => void, signal: AbortSignal): void {
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && listener(), { signal });
  window.addEventListener("focus", listener, { signal });
  window.addEventListener("pointerdown", listener, { signal });
}
