import { AppError } from "@/lib/kernel/errors";
import { newRequestId } from "@/lib/kernel/ids";
import { problem } from "./problem";

/** Whatever a program asks for and isn't there: it gets a problem document, not a page. */
export const nothingHere = (): Response =>
  problem(
    new AppError("not_found", "There is no such endpoint. /api/openapi.json lists all there are."),
    newRequestId(),
  );
