import Clock from "lucide-react/icons/clock";
import { useTranslations } from "next-intl";
import { RelativeTime } from "./relative-time";

/** The data is old: since when, and that a fresh answer is being asked for. Never an old number as a current one. */
export function StaleBanner({ since, reconnecting = true }: { since: string; reconnecting?: boolean }) {
  const t = useTranslations("common.states");
  return (
    <p role="status" className="flex items-center gap-2 border-l-2 border-warn py-1 pl-3 text-muted">
      <Clock aria-hidden="true" className="size-4 shrink-0 text-warn" />
      <span>
        {t.rich(reconnecting ? "dataFromReconnecting" : "dataFrom", { time: () => <RelativeTime iso={since} /> })}
      </span>
    </p>
  );
}
