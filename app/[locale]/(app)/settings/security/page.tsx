import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { LoginTable } from "@/components/admin/logins/login-table";
import { PageHead } from "@/components/admin/page-head";
import { AppFactor } from "@/components/identity/security/app-factor";
import { ChangeEmail } from "@/components/identity/security/change-email";
import { ChangePassword } from "@/components/identity/security/change-password";
import { PasskeyList } from "@/components/identity/security/passkey-list";
import { RecoveryRow } from "@/components/identity/security/recovery-row";
import { SessionList } from "@/components/identity/security/session-list";
import { WalletList } from "@/components/identity/security/wallet-list";
import { SettingRow, SettingsSection } from "@/components/identity/settings-section";
import { ClientMessages } from "@/components/layout/client-messages";
import { ButtonLink } from "@/components/ui/button-link";
import { type AddressQuery, readAddress, SERIAL } from "@/lib/admin/core/address-query";
import { isFactorDemanded } from "@/lib/identity/core/factor-demand";
import { listPasskeys } from "@/lib/identity/use-cases/factors/list-passkeys";
import { listWallets } from "@/lib/identity/use-cases/factors/list-wallets";
import { recoveryState } from "@/lib/identity/use-cases/factors/recovery-codes";
import { totpState } from "@/lib/identity/use-cases/factors/totp-state";
import { listOwnLogins } from "@/lib/identity/use-cases/members/list-logins";
import { listOwnSessions } from "@/lib/identity/use-cases/sessions/list-own-sessions";
import { paths } from "@/lib/paths";
import { load } from "@/lib/transport/load";
import {
  addPasskey,
  beginPasskey,
  beginTotp,
  confirmTotp,
  linkWallet,
  newRecoveryCodes,
  removePasskey,
  removeTotp,
  renamePasskey,
  unlinkWallet,
  walletMessage,
} from "../../../factor-actions";
import { pageMe } from "../../../who";
import { changeEmail, changePassword, endOthers, endSession } from "./actions";

const LOGINS = 10;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.security");
  return { title: t("title") };
}

/** Everything that opens the account: address, password, second factors, wallets, and where it is open now. */
export default async function SecurityPage({ searchParams }: { searchParams: Promise<AddressQuery> }) {
  const locale = await getLocale();
  const cursor = readAddress(await searchParams).cursor(SERIAL);
  const [t, me, totp, recovery, { passkeys }, { wallets }, sessions, logins] = await Promise.all([
    getTranslations("account.security"),
    pageMe(locale),
    load(totpState, {}, locale),
    load(recoveryState, {}, locale),
    load(listPasskeys, {}, locale),
    load(listWallets, {}, locale),
    load(listOwnSessions, {}, locale),
    load(listOwnLogins, { limit: LOGINS, cursor }, locale),
  ]);
  return (
    <ClientMessages namespaces={["account", "identity"]}>
      <div className="page grid grid-cols-1 gap-5 py-6">
        <PageHead title={t("title")} note={t("note")} />
        <div>
          <SettingsSection id="account" title={t("account")}>
            <SettingRow
              label={me.email}
              value={t(me.email_verified ? "confirmed" : "unconfirmed")}
              actions={<ChangeEmail action={changeEmail} />}
            />
            <SettingRow
              label={t("password")}
              value={t("passwordText")}
              actions={<ChangePassword action={changePassword} words={[me.name, me.email]} />}
            />
          </SettingsSection>
          <SettingsSection
            id="factors"
            title={t("factors")}
            text={isFactorDemanded(me) ? `${t("factorsText")} ${t("factorsNeeded")}` : t("factorsText")}
          >
            <AppFactor
              since={totp.is_on ? totp.since : null}
              email={me.email}
              actions={{ beginTotp, confirmTotp, removeTotp }}
            />
            <RecoveryRow
              left={recovery.left}
              madeAt={recovery.made_at}
              email={me.email}
              newRecoveryCodes={newRecoveryCodes}
            />
          </SettingsSection>
          <SettingsSection id="passkeys" title={t("passkeys")} text={t("passkeysText")}>
            <PasskeyList
              passkeys={passkeys}
              email={me.email}
              actions={{ beginPasskey, addPasskey, renamePasskey, removePasskey }}
            />
          </SettingsSection>
          <SettingsSection id="wallets" title={t("wallets")} text={t("walletsText")}>
            <WalletList wallets={wallets} actions={{ walletMessage, linkWallet, unlinkWallet }} />
          </SettingsSection>
          <SettingsSection id="sessions" title={t("sessions")} text={t("sessionsText")}>
            <SessionList sessions={sessions.items} endSession={endSession} endOthers={endOthers} />
          </SettingsSection>
          <SettingsSection id="logins" title={t("logins")} text={t("loginsText")}>
            <div className="grid gap-3">
              <LoginTable items={logins.items} />
              <div className="flex gap-2">
                {cursor !== undefined && (
                  <ButtonLink href={`${paths.security(locale)}#logins`}>{t("newest")}</ButtonLink>
                )}
                {logins.next_cursor && (
                  <ButtonLink href={`${paths.security(locale, { cursor: logins.next_cursor })}#logins`}>
                    {t("older")}
                  </ButtonLink>
                )}
              </div>
            </div>
          </SettingsSection>
        </div>
      </div>
    </ClientMessages>
  );
}
