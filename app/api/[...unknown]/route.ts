import { AppError } from "@/lib/kernel/errors";
import { newRequestId } from "@/lib/kernel/ids";
import { problem } from "@/lib/transport/problem";

/** Whatever is asked below /api and isn't there: a program gets a problem document, not a page. */
const nothingHere = () =>
  problem(
    new AppError("not_found", "There is no such endpoint. /api/openapi.json lists all there are."),
    newRequestId(),
  );

export { nothingHere as DELETE, nothingHere as GET, nothingHere as PATCH, nothingHere as POST, nothingHere as PUT };
