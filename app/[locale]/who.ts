import { cache } from "react";
import type { Me } from "@/lib/identity/schemas";
import { getMe } from "@/lib/identity/use-cases/get-me";
import type { Locale } from "@/lib/kernel/context";
import { load, pageCaller } from "@/lib/transport/load";

/** Who is signed in, found out once a request; who isn't is sent to sign in. */
export const pageMe = cache((locale: Locale): Promise<Me> => load(getMe, {}, locale));

/**
 * Who reads a public page, null for a visitor. No cookie, no question to the database; and a page that is for everybody
 * stands also when it can't be asked.
 */
export const readerOf = cache(async (locale: Locale): Promise<Me | null> => {
  try {
    const { caller, ctx } = await pageCaller(locale);
    return caller.kind === "person" ? await getMe.execute(ctx, {}) : null;
  } catch {
    return null;
  }
});
