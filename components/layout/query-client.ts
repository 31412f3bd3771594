import { QueryClient } from "@tanstack/react-query";

/** One cache of reads for a browser. Imported only by code that loads after the page stands, so it weighs nothing before. */
export const queryClient = new QueryClient({ defaultOptions: { queries: { retry: 2, staleTime: 30_000 } } });
