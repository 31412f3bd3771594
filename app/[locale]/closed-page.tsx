import { getLocale } from "next-intl/server";
import { NoAccess } from "@/components/admin/no-access";
import type { ActingRole } from "@/lib/identity/policy";
import { pageMe } from "./who";

/** In the place of a page that the reader may not open. */
export async function ClosedPage(page: { title: string; isPlatform?: boolean }) {
  const { role } = await pageMe(await getLocale());
  return <NoAccess {...page} role={role as ActingRole | null} />;
}
