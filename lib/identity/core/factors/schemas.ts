import { z } from "zod";
import { SignedIn } from "../../schemas";
import { WALLET_CHAINS, WALLET_INTENTS } from "./judge-wallet-message";

export const NothingAsked = z.strictObject({});
export const Done = z.object({ status: z.literal("done") });
/** Inside: with the secret that the door makes the cookie of. */
export const Rotated = { sid: z.string(), session_expires_at: z.iso.datetime() };

export const TypedFactorCode = z
  .string()
  .trim()
  .min(1, { error: "Write the code." })
  .max(64, { error: "This is too long for a code." });

// ── Authenticator app and recovery codes ──────────────────────────────────────────────────────────────────────────────
export const TotpState = z.object({
  is_on: z.boolean(),
  since: z.iso.datetime().nullable(),
});
export const TotpSetup = z.object({
  secret: z.string().meta({ description: "Base32, for typing it into the app" }),
  otpauth_url: z.string().meta({ description: "For the QR code" }),
  expires_at: z.iso.datetime(),
});
export const ConfirmTotp = z.strictObject({ code: TypedFactorCode });
export const RecoveryCodes = z.object({
  recovery_codes: z.array(z.string()).meta({ description: "Shown once; each works once" }),
});
export const RecoveryState = z.object({
  left: z.int().min(0),
  made_at: z.iso.datetime().nullable(),
});

// ── Passkeys ──────────────────────────────────────────────────────────────────────────────────────────────────────────
const base64url = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/^[\w-]+$/, "This is not base64url.");

export const CredentialId = base64url(1_400);
export const PasskeyLabel = z
  .string({ error: "Name the passkey, such as “Work laptop”." })
  .transform((text) =>
    text
      .normalize("NFC")
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ")
      .trim(),
  )
  .pipe(
    z
      .string()
      .min(1, { error: "Name the passkey, such as “Work laptop”." })
      .max(60, { error: "At most 60 characters." }),
  );

// As browsers write it (WebAuthn, `toJSON`): what they add beside the fields that are signed is left aside.
const credential = { id: CredentialId, rawId: CredentialId, type: z.literal("public-key") };

export const PasskeyRegistration = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4_000),
    attestationObject: base64url(20_000),
    transports: z
      .array(z.string().regex(/^[a-z-]{1,20}$/))
      .max(10)
      .optional(),
  }),
});
export type PasskeyRegistration = z.output<typeof PasskeyRegistration>;

export const PasskeyAssertion = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url(4_000),
    authenticatorData: base64url(4_000),
    signature: base64url(2_000),
    userHandle: base64url(100).nullish(),
  }),
});
export type PasskeyAssertion = z.output<typeof PasskeyAssertion>;

/** WebAuthn's options go to the browser as they are. */
export const PasskeyOptions = z.object({
  options: z.looseObject({ challenge: z.string() }).meta({ description: "For WebAuthn, in its JSON form" }),
  expires_at: z.iso.datetime(),
});
export const AddPasskey = z.strictObject({ label: PasskeyLabel, passkey: PasskeyRegistration });
export const Passkey = z.object({
  id: z.string(),
  label: z.string(),
  transports: z.array(z.string()),
  created_at: z.iso.datetime(),
  last_used_at: z.iso.datetime().nullable(),
});
export const PasskeyList = z.object({ passkeys: z.array(Passkey), limit: z.int() });
export const AddedPasskey = z.object({
  passkey: Passkey,
  recovery_codes: z
    .array(z.string())
    .nullable()
    .meta({ description: "With a person's first second factor; shown once" }),
});
export const RenamePasskey = z.strictObject({ id: CredentialId, label: PasskeyLabel });
export const NamedPasskey = z.strictObject({ id: CredentialId });
export const PasskeySignIn = z.strictObject({ passkey: PasskeyAssertion });

// ── Wallets ───────────────────────────────────────────────────────────────────────────────────────────────────────────
export const WalletAddress = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, "This is not an Ethereum address: 0x and 40 hexadecimal digits.");
export const AskWalletMessage = z.strictObject({
  address: WalletAddress,
  chain_id: z.literal(WALLET_CHAINS, { error: `One of ${WALLET_CHAINS.join(", ")}.` }),
  intent: z.enum(WALLET_INTENTS),
});
export const WalletMessageToSign = z.object({
  message: z.string().meta({ description: "EIP-4361; sign it as it is (`personal_sign`)" }),
  nonce: z.string(),
  expires_at: z.iso.datetime(),
});
export const SignedMessage = z.strictObject({
  message: z.string().min(1).max(2_000),
  signature: z.string().regex(/^0x[0-9a-fA-F]{130}$/, "This is not a signature: 0x and 130 hexadecimal digits."),
});
export const Wallet = z.object({
  address: z.string(),
  created_at: z.iso.datetime(),
  last_used_at: z.iso.datetime().nullable(),
});
export const WalletList = z.object({ wallets: z.array(Wallet), limit: z.int() });
export const LinkedWallet = z.object({ wallet: Wallet });
export const NamedWallet = z.strictObject({ address: WalletAddress });

/** What every way to sign in answers. */
export { SignedIn };
