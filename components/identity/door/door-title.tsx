import type { ReactNode } from "react";

/** What a page of the door is for. */
export function DoorTitle({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="grid gap-2">
      <h1 className="text-xl">{title}</h1>
      {children && <p className="text-muted">{children}</p>}
    </div>
  );
}
