import type { ReactNode } from "react";
import { SignedIn } from "../signed-in";

type Props = { params: Promise<{ locale: string }>; children: ReactNode };

export default async function Layout({ params, children }: Props) {
  return <SignedIn locale={(await params).locale}>{children}</SignedIn>;
}
