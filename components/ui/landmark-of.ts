/**
 * Where a popup goes: into the part of the page that its trigger is in, so that nothing stands outside of all parts.
 * Inside a dialog it keeps to the end of the body, where the dialog doesn't cut it off.
 */
export const landmarkOf = (trigger: Element | null): HTMLElement | undefined =>
  trigger?.closest("[role=dialog], [role=alertdialog]")
    ? undefined
    : (trigger?.closest<HTMLElement>("main, header, footer, nav") ?? undefined);
