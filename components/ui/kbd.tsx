/** A key as it is written on the keyboard. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-block min-w-5 rounded-sm border border-control-raised px-1 text-center font-sans text-xs text-muted">
      {children}
    </kbd>
  );
}
