import type { Whose } from "../live/live-tab";
import type { PageKey } from "./pages";

/** Who is signed in, as the shell shows them: plain words, made on the server. */
export type Reader = {
  /** By ids: what a live connection must be for. */
  whose: Whose;
  name: string;
  email: string;
  /** The role in words. */
  role: string;
  company: { id: string; name: string } | null;
  /** The companies that they can work in, with the role in each in words. */
  companies: { id: string; name: string; role: string }[];
  support: { until: string } | null;
  menu: PageKey[];
};

/** What the shell lets them do; server actions, handed down by the layout. */
export type ShellActions = {
  signOut: () => Promise<{ ok: boolean }>;
  switchTenant: (input: { tenant_id: string }) => Promise<{ ok: boolean }>;
  endSupport: () => Promise<{ ok: boolean }>;
};
