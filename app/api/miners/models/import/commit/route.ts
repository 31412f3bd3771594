import { machinesContract } from "@/lib/machines/contract";
import { IMPORT_LIMITS } from "@/lib/machines/core/import/schemas";
import { commitImport } from "@/lib/machines/use-cases/commit-import";
import { serveUpload } from "@/lib/transport/upload";

export const POST = serveUpload(machinesContract.commitImport, commitImport, { maxBytes: IMPORT_LIMITS.bytes });
