import { z } from "zod";
import { contract } from "@/lib/kernel/contract";
import { SignedIn } from "../../schemas";
import { AccessItem, AccessPage, EditAccess, EndedSessions, ListAccess, MemberSessions } from "./access-schemas";
import { Company, OwnTenants, Plans, RenameCompany } from "./company-schemas";
import { ById } from "./fields";
import {
  AddAccess,
  ByToken,
  InvitationItem,
  InvitationPage,
  InvitationPreview,
  Invite,
  Join,
  Joined,
  ListInvitations,
} from "./invitation-schemas";
import { ListLogins, ListOwnLogins, LoginPage } from "./login-schemas";

const Nothing = z.strictObject({});

export const membersContract = {
  invite: contract("POST /api/invitations", {
    summary: "Invite somebody by mail; an open invitation of the same address is replaced",
    permission: "members:write",
    input: Invite,
    output: InvitationItem,
    status: 201,
  }),
  listInvitations: contract("GET /api/invitations", {
    summary: "Who is invited, the newest first",
    permission: "members:read",
    input: ListInvitations,
    output: InvitationPage,
  }),
  withdrawInvitation: contract("DELETE /api/invitations/{id}", {
    summary: "Take an invitation back",
    permission: "members:write",
    input: ById,
    output: InvitationItem,
  }),
  previewInvitation: contract("POST /api/invitations/preview", {
    summary: "What an invitation is for: the company, the role, the address it went to",
    permission: "public",
    input: ByToken,
    output: InvitationPreview,
  }),
  acceptInvitation: contract("POST /api/invitations/accept", {
    summary: "Accept an invitation as the person who is signed in, whose confirmed address must be the invited one",
    permission: "account",
    input: ByToken,
    output: Joined,
  }),
  join: contract("POST /api/invitations/join", {
    summary: "Accept an invitation without an account yet: makes one, and signs in",
    permission: "public",
    input: Join,
    output: SignedIn,
    status: 201,
    shownOnce: true,
  }),
  listAccess: contract("GET /api/user-access", {
    summary: "Who has, or had, access to the company",
    permission: "members:read",
    input: ListAccess,
    output: AccessPage,
  }),
  getAccess: contract("GET /api/user-access/{id}", {
    summary: "One person's access",
    permission: "members:read",
    input: ById,
    output: AccessItem,
  }),
  addAccess: contract("POST /admin/user_access/add", {
    summary: "Give somebody access: they are invited by mail, and have it once they accept",
    permission: "members:write",
    input: AddAccess,
    output: InvitationItem,
    status: 201,
  }),
  editAccess: contract("PUT /admin/user_access/edit/{id}", {
    summary: "Change somebody's role, access or its end; a change of role signs them out",
    permission: "members:write",
    input: EditAccess,
    output: AccessItem,
    versioned: true,
  }),
  revokeAccess: contract("POST /admin/user_access/revoke/{id}", {
    summary: "Take somebody's access away: their sessions and keys in the company end at once",
    permission: "members:write",
    input: ById,
    output: AccessItem,
  }),
  listSessions: contract("GET /api/user-access/{id}/sessions", {
    summary: "Where somebody is signed in to the company",
    permission: "members:write",
    input: ById,
    output: MemberSessions,
  }),
  endSessions: contract("DELETE /api/user-access/{id}/sessions", {
    summary: "Sign somebody out of the company on every device",
    permission: "members:write",
    input: ById,
    output: EndedSessions,
  }),
  getCompany: contract("GET /api/company", {
    summary: "The company that the session works in",
    permission: "company:read",
    input: Nothing,
    output: Company,
  }),
  renameCompany: contract("PUT /api/company", {
    summary: "Rename the company",
    permission: "company:write",
    input: RenameCompany,
    output: Company,
    versioned: true,
  }),
  ownTenants: contract("GET /api/auth/tenants", {
    summary: "The companies that you belong to, the last used first",
    permission: "account",
    input: Nothing,
    output: OwnTenants,
  }),
  ownLogins: contract("GET /api/auth/login-records", {
    summary: "Your own sign-ins and attempts at them, the newest first",
    permission: "account",
    input: ListOwnLogins,
    output: LoginPage,
  }),
  listLogins: contract("GET /api/login-records", {
    summary: "Sign-ins to the company and attempts at them, the newest first",
    permission: "logins:read",
    input: ListLogins,
    output: LoginPage,
  }),
  plans: contract("GET /api/plans", {
    summary: "What can be subscribed to",
    permission: "public",
    input: Nothing,
    output: Plans,
  }),
};
