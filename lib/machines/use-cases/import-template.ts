import { z } from "zod";
import { query } from "@/lib/kernel/use-case";
import { templateFile } from "../adapters/template-file";
import { TemplateInput } from "../core/import/schemas";

const TemplateFile = z.object({
  file_name: z.string(),
  content_type: z.string(),
  bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
});

/** An empty file of machines to fill in, with two examples and a note on each column. */
export const importTemplate = query({
  name: "machines.import.template",
  permission: "catalogue:write",
  input: TemplateInput,
  output: TemplateFile,
  run: (ctx, { format, lang }) => templateFile(format, lang ?? ctx.locale),
});
