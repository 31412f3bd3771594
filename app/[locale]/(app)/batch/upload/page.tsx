import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { paths } from "@/lib/paths";
import { pageMe } from "../../../who";

/** Where lists are handed in is the batch calculator; each then has its own page below here. */
export default async function BatchUploadPage() {
  const locale = await getLocale();
  await pageMe(locale);
  redirect(paths.batchCalculator(locale));
}
