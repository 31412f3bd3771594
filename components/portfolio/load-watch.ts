import { patientImport } from "../ui/patient-import";

/** What watches a portfolio comes with its page, but not before that stands. */
export const loadWatch = patientImport(() => import("./watch-portfolio"));
