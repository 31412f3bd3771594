import type { ReactNode } from "react";
import type { MenuEntry } from "@/lib/identity/core/menu";
import { AppBottomBar } from "./app-bottom-bar";
import { AppTopBar } from "./app-top-bar";
import type { LiveMarket } from "./live-market";
import { memberPages } from "./pages";
import type { Reader, ShellActions } from "./reader";
import { Shortcuts } from "./shortcuts";
import { SideNav } from "./side-nav";
import { SkipLink } from "./skip-link";
import { SupportBar } from "./support-bar";

type Props = {
  reader: Reader;
  menu: readonly MenuEntry[];
  market: LiveMarket;
  actions: ShellActions;
  children: ReactNode;
};

/** The frame of everybody who is signed in: menu at the left or at the foot, one bar on top, the page. */
export function AppShell({ reader, menu, market, actions, children }: Props) {
  const { support } = reader;
  return (
    <div className={support ? "[--support-bar:3rem]" : undefined}>
      <SkipLink />
      {support && (
        <SupportBar company={reader.company?.name ?? ""} until={support.until} endSupport={actions.endSupport} />
      )}
      <div className="md:grid md:grid-cols-[13rem_minmax(0,1fr)] print:block">
        <SideNav menu={menu} />
        <div className="flex min-w-0 flex-col">
          <AppTopBar reader={reader} market={market} actions={actions} />
          <main id="content" tabIndex={-1} className="min-w-0 flex-1 pb-24 md:pb-12">
            {children}
          </main>
        </div>
      </div>
      <AppBottomBar menu={reader.menu} />
      <Shortcuts pages={memberPages(reader.menu)} />
    </div>
  );
}
