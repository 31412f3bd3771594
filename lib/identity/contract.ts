import { z } from "zod";
import { contract } from "@/lib/kernel/contract";
import {
  AskByEmail,
  ChangePassword,
  Done,
  Login,
  MailSent,
  Me,
  MfaLogin,
  Refresh,
  RefreshedTokens,
  Register,
  ResetPassword,
  SignedIn,
  StepUp,
  SwitchTenant,
  Verified,
  VerifyEmail,
} from "./schemas";

const Nothing = z.strictObject({});

export const identityContract = {
  login: contract("POST /api/auth/login", {
    summary: "Sign in with a password; also sets the session cookie. 401 `mfa_required` asks for the second factor",
    permission: "public",
    input: Login,
    output: SignedIn,
  }),
  mfa: contract("POST /api/auth/mfa", {
    summary: "The second step of signing in: a code of the app, a recovery code, or a passkey",
    permission: "public",
    input: MfaLogin,
    output: SignedIn,
  }),
  refresh: contract("POST /api/auth/refresh", {
    summary: "A new access token and a new refresh token; one that is used twice ends the session",
    permission: "public",
    input: Refresh,
    output: RefreshedTokens,
  }),
  logout: contract("POST /api/auth/logout", {
    summary: "End this session",
    permission: "account",
    input: Nothing,
    output: Done,
  }),
  me: contract("GET /api/auth/me", {
    summary: "Who is signed in, where, and as what",
    permission: "account",
    input: Nothing,
    output: Me,
  }),
  register: contract("POST /api/auth/register", {
    summary: "Sign up a company with its owner; a mail with a link follows",
    permission: "public",
    input: Register,
    output: MailSent,
    status: 202,
  }),
  resend: contract("POST /api/auth/verify/resend", {
    summary: "Send the link that confirms an address once more",
    permission: "public",
    input: AskByEmail,
    output: MailSent,
    status: 202,
  }),
  verifyEmail: contract("GET /verify-email/{token}", {
    summary: "Confirm an address by the link of the mail; a browser is led to a page with one button",
    permission: "public",
    input: VerifyEmail,
    output: Verified,
  }),
  reset: contract("POST /api/auth/reset", {
    summary: "Ask for a link to set a new password",
    permission: "public",
    input: AskByEmail,
    output: MailSent,
    status: 202,
  }),
  confirmReset: contract("POST /api/auth/reset/confirm", {
    summary: "Set a new password by the link of the mail; every session ends",
    permission: "public",
    input: ResetPassword,
    output: Done,
  }),
  changePassword: contract("POST /api/auth/password", {
    summary: "Change the password; every other session ends",
    permission: "account",
    input: ChangePassword,
    output: Done,
  }),
  changeEmail: contract("POST /api/auth/email", {
    summary: "Ask for a change of address: a link goes to the new one",
    permission: "account",
    input: AskByEmail,
    output: MailSent,
    status: 202,
  }),
  confirmEmail: contract("POST /api/auth/email/confirm", {
    summary: "Change the address by the link that went to the new one",
    permission: "public",
    input: VerifyEmail,
    output: Verified,
  }),
  stepUp: contract("POST /api/auth/step-up", {
    summary: "Prove once more who you are; counts for ten minutes",
    permission: "account",
    input: StepUp,
    output: Done,
  }),
  switchTenant: contract("POST /api/auth/switch", {
    summary: "Work in another of your companies",
    permission: "account",
    input: SwitchTenant,
    output: Done,
  }),
};
