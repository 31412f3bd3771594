import { factorsContract } from "@/lib/identity/core/factors/contract";
import { linkWallet } from "@/lib/identity/use-cases/factors/link-wallet";
import { listWallets } from "@/lib/identity/use-cases/factors/list-wallets";
import { serve } from "@/lib/transport/serve";

export const GET = serve(factorsContract.listWallets, listWallets);
export const POST = serve(factorsContract.linkWallet, linkWallet);
