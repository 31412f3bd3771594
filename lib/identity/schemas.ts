import { z } from "zod";
import { normaliseEmail } from "./core/email-address";
import { ROLES } from "./policy";

/** Names as people write them: any script, one line, nothing invisible that turns or hides what is read. */
const shown = (max: number, what: string) =>
  z
    .string({ error: `Write ${what}.` })
    .transform((text) =>
      text
        .normalize("NFC")
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
        .replace(/(?![\u200c\u200d])\p{Cf}/gu, "")
        .trim(),
    )
    .pipe(
      z
        .string()
        .min(1, { error: `Write ${what}.` })
        .max(max, { error: `At most ${max} characters.` }),
    );

export const PersonName = shown(80, "your name");
export const CompanyName = shown(120, "the company's name");

export const EmailAddress = z
  .string({ error: "Write an e-mail address, such as ada@mine.example." })
  .max(320, { error: "This is too long for an e-mail address." })
  .transform((text, context) => {
    const address = normaliseEmail(text);
    if (address !== undefined) return address;
    context.addIssue({ code: "custom", params: { code: "email_invalid" }, message: "This is not an e-mail address." });
    return z.NEVER;
  });

/** A password as it is typed; whether it may be chosen is judged apart (`core/password-policy.ts`). */
export const TypedPassword = z
  .string({ error: "Write the password." })
  .min(1, { error: "Write the password." })
  .max(512, { error: "This is too long for a password." });

export const SecretToken = z
  .string({ error: "The link is not complete." })
  .regex(/^[\w-]{20,128}$/, "The link is not complete.");
export const LocaleCode = z.enum(["en", "zh"]);
export const RoleName = z.enum(ROLES, { error: `Choose one of ${ROLES.join(", ")}.` });

export const SignedInUser = z.object({
  id: z.uuid(),
  email: z.string(),
  role: z.string().nullable().meta({ description: "In the company that the session works in" }),
  tenant_id: z.uuid().nullable(),
});

const tokens = {
  access_token: z.string().meta({ description: "For `Authorization: Bearer`, 15 minutes" }),
  expires_at: z.iso.datetime().meta({ description: "The end of the access token" }),
  refresh_token: z.string().meta({ description: "Works once" }),
};

export const SignedIn = z.object({ ...tokens, user: SignedInUser }).meta({ id: "SignedIn" });
/** Inside: with the secret that the door makes the cookie of. */
export const OpenedSignedIn = SignedIn.extend({
  sid: z.string(),
  session_expires_at: z.iso.datetime(),
  device_cookie: z.string(),
});

export const Login = z.strictObject({ email: z.string().max(320), password: TypedPassword });
export const MfaLogin = z.strictObject({
  mfa_token: SecretToken,
  code: z.string().trim().min(1, { error: "Write the code." }).max(64).optional(),
  passkey: z.looseObject({}).optional(),
});
const RefreshToken = z
  .string({ error: "Send the refresh token." })
  .regex(/^[\w-]{20,128}$/, "This is not a refresh token.");
export const Refresh = z.strictObject({ refresh_token: RefreshToken });
export const RefreshedTokens = z.object(tokens);

export const Register = z.strictObject({
  email: EmailAddress,
  password: TypedPassword,
  name: PersonName,
  company: CompanyName,
  locale: LocaleCode.optional().meta({ description: "Of the mails; the request's language unless said" }),
});
/** The same for every address, known or not. */
export const MailSent = z.object({
  status: z.literal("mail_sent"),
  message: z.string(),
});

/** Inside: with the note that the page of signing up keeps in a cookie; no other door gives it away. */
export const MailSentTo = MailSent.extend({ pending_mail: z.string() });

export const VerifyEmail = z.strictObject({ token: SecretToken });
export const Verified = z.object({ status: z.literal("verified"), email: z.string() });
export const AskByEmail = z.strictObject({ email: EmailAddress });
export const ResetPassword = z.strictObject({ token: SecretToken, password: TypedPassword });
export const Done = z.object({ status: z.literal("done") });
/** Inside: with what lets the device be known from now on. */
export const DoneOnDevice = Done.extend({ device_cookie: z.string() });

export const ChangePassword = z.strictObject({ current_password: TypedPassword, new_password: TypedPassword });
export const StepUp = z.strictObject({
  password: TypedPassword.optional(),
  code: z.string().trim().min(1).max(64).optional(),
  passkey: z.looseObject({}).optional(),
});
export const Rotated = z.object({ sid: z.string(), session_expires_at: z.iso.datetime(), status: z.literal("done") });
export const SwitchTenant = z.strictObject({ tenant_id: z.uuid({ error: "Name a company by its id." }) });

export const Me = SignedInUser.extend({
  name: z.string(),
  email_verified: z.boolean(),
  locale: LocaleCode,
  platform_admin: z.boolean(),
  tenant: z.object({ id: z.uuid(), name: z.string(), plan: z.string() }).nullable(),
  tenants: z.array(z.object({ id: z.uuid(), name: z.string(), role: z.string(), may_enter: z.boolean() })),
  has_second_factor: z.boolean(),
  must_enrol: z.boolean().meta({ description: "The role needs a second factor before it may do anything" }),
  fresh_until: z.iso
    .datetime()
    .nullable()
    .meta({ description: "Until then no further proof of identity is asked for" }),
  support: z
    .object({ until: z.iso.datetime() })
    .nullable()
    .meta({ description: "Set while this is a look for support" }),
  is_embedded: z
    .boolean()
    .meta({ description: "This installation brings its own database; mail stays on this machine" }),
});
export type Me = z.output<typeof Me>;
