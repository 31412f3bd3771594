type Overlay = "palette" | "shortcuts";

const listeners = new Set<(overlay: Overlay) => void>();

/** Opens the palette or the shortcut sheet from anywhere; `Shortcuts` shows it. */
export const openOverlay = (overlay: Overlay): void => {
  for (const listener of listeners) listener(overlay);
};

export function onOpenOverlay(listener: (overlay: Overlay) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
