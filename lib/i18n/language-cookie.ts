/** Where a reader's choice of language is kept; the server and the browser write the same. */
export const languageCookie = { name: "NEXT_LOCALE", maxAge: 60 * 60 * 24 * 365, sameSite: "lax" } as const;
