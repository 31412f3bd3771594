import { z } from "zod";
import type { Locale } from "@/lib/kernel/context";
import type { RenderedMail } from "@/lib/platform/mail/mail-content";
import { MailFault } from "@/lib/platform/mail/mail-fault";
import { apiKeyCreated, companyClosed, supportAccessEnded, supportAccessStarted } from "./company-mails";
import { accessChanged, invitation } from "./member-mails";
import { addressChanged, passwordChanged, resetPassword } from "./password-mails";
import { newSignIn, recoveryCodeUsed, secondFactorAdded, secondFactorRemoved } from "./sign-in-mails";
import { alreadyRegistered, confirmAddress, verifyAddress } from "./sign-up-mails";
import { workOver } from "./work-mails";

/** Every mail that identity sends. `mails[kind](params, locale)` renders it, `mails[kind].params` is its schema. */
export const mails = {
  "verify-address": verifyAddress,
  "already-registered": alreadyRegistered,
  "reset-password": resetPassword,
  "password-changed": passwordChanged,
  "confirm-address": confirmAddress,
  "address-changed": addressChanged,
  invitation,
  "access-changed": accessChanged,
  "new-sign-in": newSignIn,
  "second-factor-added": secondFactorAdded,
  "second-factor-removed": secondFactorRemoved,
  "recovery-code-used": recoveryCodeUsed,
  "api-key-created": apiKeyCreated,
  "company-closed": companyClosed,
  "support-access-started": supportAccessStarted,
  "support-access-ended": supportAccessEnded,
  "work-over": workOver,
};

export type MailKind = keyof typeof mails;
export const MAIL_KINDS = Object.keys(mails) as [MailKind, ...MailKind[]];
export type MailParams<K extends MailKind> = z.input<(typeof mails)[K]["params"]>;

/** What a queue keeps of a mail until it sends it: JSON, rendered on the way out. */
export type MailOrder = { [K in MailKind]: { kind: K; params: MailParams<K>; locale: Locale } }[MailKind];

const Order = z.object({ kind: z.enum(MAIL_KINDS), params: z.unknown(), locale: z.enum(["en", "zh"]) });

/**
 * Renders an order that comes back from a store. Throws a permanent `MailFault` where it is none or lacks something; the
 * message names the fields and not their values, because links are secrets.
 */
export function renderOrder(stored: unknown): RenderedMail {
  try {
    const { kind, params, locale } = Order.parse(stored);
    return mails[kind].fromStored(params, locale);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const faults = error.issues.map(({ path, code }) => `${path.join(".") || "the order"} (${code})`);
    throw new MailFault(false, `the stored mail can't be rendered: ${faults.join(", ")}`);
  }
}
