import type { ReactNode } from "react";

/** One wrapper and its name. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-2 border-t border-line py-4 md:grid-cols-[10rem_minmax(0,1fr)]">
      <code className="font-mono text-xs text-subtle">{name}</code>
      <div className="flex min-w-0 flex-wrap items-start gap-3">{children}</div>
    </div>
  );
}
