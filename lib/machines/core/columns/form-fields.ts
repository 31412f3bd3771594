import { fileField } from "@/lib/kernel/file-field";

/** The field of a form in which a file comes. */
export const FileField = fileField("CSV or .xlsx, the first row holds the headings");
