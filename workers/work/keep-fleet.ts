import { keepFleet } from "@/lib/machines/use-cases/fleet/keep-fleet";
import { FleetKeeping } from "@/lib/machines/work";
import { paths } from "@/lib/paths";
import { longWork } from "@/lib/transport/long-work";

/** A list takes seconds, most of them in the threads that read files, of which a process has two. */
export const work = longWork(FleetKeeping, keepFleet, {
  atOnce: 2,
  tells: ({ file_id }) => ({ what: "list_kept", page: (locale) => paths.batchList(locale, file_id) }),
});
