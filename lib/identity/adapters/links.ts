import { appOrigin } from "@/lib/platform/app-origin";

/** The whole address of a path of ours, for a mail. */
export const link = (path: string): string => appOrigin() + path;
