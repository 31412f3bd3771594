import CircleCheck from "lucide-react/icons/circle-check";
import Info from "lucide-react/icons/info";
import type { ReactNode } from "react";

type Props = { tone?: "info" | "success"; children: ReactNode };

/** What just happened, or is to be known before one begins. */
export function Notice({ tone = "info", children }: Props) {
  const isGood = tone === "success";
  const Icon = isGood ? CircleCheck : Info;
  return (
    <div role="status" className={`flex gap-2 border-l-2 py-1 pl-3 ${isGood ? "border-up" : "border-info"}`}>
      <Icon aria-hidden="true" className={`mt-[0.2em] size-4 shrink-0 ${isGood ? "text-up" : "text-info"}`} />
      <div className="min-w-0">{children}</div>
    </div>
  );
}
