import { z } from "zod";
import { contract } from "@/lib/kernel/contract";
import { NoInput } from "@/lib/kernel/use-case";
import {
  AddModel,
  CatalogueModel,
  EditModel,
  ModelAndVersion,
  ModelHistory,
  ModelId,
} from "./core/administration/schemas";
import {
  AskedImport,
  ErrorsInput,
  FleetImport,
  FormatOutput,
  ImportId,
  ImportMiners,
} from "./core/fleet/import-schemas";
import { CommitImport, ImportOutcome, ImportPreview, PreviewImport, TemplateInput } from "./core/import/schemas";
import {
  AddUserMiner,
  ChangeUserMiner,
  ListUserMiners,
  UserMiner,
  UserMinerAndVersion,
  UserMinerId,
  UserMinerPage,
  WrittenUserMiner,
} from "./core/user-miners/schemas";
import { ListModels, ModelPage } from "./schemas";

const changeUserMiner = {
  summary: "Change your machines; what isn't sent stays, null takes a detail away",
  permission: "machines:write",
  input: ChangeUserMiner,
  output: WrittenUserMiner,
  versioned: true,
} as const;

export const machinesContract = {
  listModels: contract("GET /api/miners/models", {
    summary: "The machine catalogue, by any part of a name; to a company's staff their own machines too",
    permission: "public",
    input: ListModels,
    output: ModelPage,
  }),
  addModel: contract("POST /api/miners/models", {
    summary: "Add a machine: to your company's own, or as the platform to the shared catalogue",
    permission: "catalogue:write",
    input: AddModel,
    output: CatalogueModel,
    status: 201,
  }),
  readModel: contract("GET /api/miners/models/{id}", {
    summary: "One machine with its version, retired or not",
    permission: "catalogue:read",
    input: ModelId,
    output: CatalogueModel,
  }),
  editModel: contract("PATCH /api/miners/models/{id}", {
    summary: "Change what is said of a machine; what isn't sent stays",
    permission: "catalogue:write",
    input: EditModel,
    output: CatalogueModel,
    versioned: true,
  }),
  retireModel: contract("POST /api/miners/models/{id}/retire", {
    summary: "Offer a machine no longer; its name and id still find it",
    permission: "catalogue:write",
    input: ModelAndVersion,
    output: CatalogueModel,
    versioned: true,
  }),
  unretireModel: contract("POST /api/miners/models/{id}/unretire", {
    summary: "Offer a retired machine again",
    permission: "catalogue:write",
    input: ModelAndVersion,
    output: CatalogueModel,
    versioned: true,
  }),
  modelHistory: contract("GET /api/miners/models/{id}/history", {
    summary: "Who changed what of a machine that you keep",
    permission: "catalogue:write",
    input: ModelId,
    output: ModelHistory,
  }),
  previewImport: contract("POST /api/miners/models/import/preview", {
    summary: "What a file of machines would add, row by row",
    permission: "catalogue:write",
    input: PreviewImport,
    output: ImportPreview,
    consumes: "multipart/form-data",
  }),
  commitImport: contract("POST /api/miners/models/import/commit", {
    summary: "Add the named rows of a file of machines, all or none; what is there already is skipped",
    permission: "catalogue:write",
    input: CommitImport,
    output: ImportOutcome,
    consumes: "multipart/form-data",
  }),
  importTemplate: contract("GET /api/miners/models/import/template", {
    summary: "An empty file of machines to fill in, as CSV or .xlsx",
    permission: "catalogue:write",
    input: TemplateInput,
    output: z.string().meta({ format: "binary" }),
    produces: "application/octet-stream",
  }),
  fleetTemplate: contract("GET /batch/template", {
    summary: "A list of machines to fill in, as CSV or .xlsx, with examples and notes",
    permission: "public",
    input: TemplateInput,
    output: z.string().meta({ format: "binary" }),
    produces: "application/octet-stream",
  }),
  describeImport: contract("GET /api/miners/import", {
    summary: "How a list of machines is read: columns, units, limits",
    permission: "machines:read",
    input: NoInput,
    output: FormatOutput,
  }),
  importMiners: contract("POST /api/miners/import", {
    summary:
      "Send a list of machines; a worker adds its good rows to your portfolio, all or none. See /api/work/{work_id}",
    permission: "machines:write",
    input: ImportMiners,
    output: AskedImport,
    status: 202,
    consumes: "multipart/form-data",
  }),
  findImport: contract("GET /api/miners/import/{id}", {
    summary: "A list that you sent, and what was kept of it",
    permission: "machines:read",
    input: ImportId,
    output: FleetImport,
  }),
  keepImport: contract("POST /api/miners/import/{id}/keep", {
    summary: "Add the good rows of a list that you looked at to your portfolio; what was kept before isn't kept again",
    permission: "machines:write",
    input: ImportId,
    output: AskedImport,
    status: 202,
  }),
  importErrors: contract("GET /api/miners/import/{id}/errors", {
    summary: "What is wrong with a list, cell by cell, as CSV",
    permission: "machines:read",
    input: ErrorsInput,
    output: z.string().meta({ format: "binary" }),
    produces: "application/octet-stream",
  }),
  listUserMiners: contract("GET /api/user-miners", {
    summary: "Your machines, the last added first",
    permission: "machines:read",
    input: ListUserMiners,
    output: UserMinerPage,
  }),
  addUserMiner: contract("POST /api/user-miners", {
    summary: "Add machines to your portfolio, as far as the company's plan has room",
    permission: "machines:write",
    input: AddUserMiner,
    output: WrittenUserMiner,
    status: 201,
  }),
  readUserMiner: contract("GET /api/user-miners/{id}", {
    summary: "Machines of yours with their version",
    permission: "machines:read",
    input: UserMinerId,
    output: UserMiner,
  }),
  changeUserMiner: contract("PATCH /api/user-miners/{id}", changeUserMiner),
  putUserMiner: contract("PUT /api/user-miners/{id}", changeUserMiner),
  retireUserMiner: contract("DELETE /api/user-miners/{id}", {
    summary: "Take machines out of your portfolio; they count no more",
    permission: "machines:write",
    input: UserMinerAndVersion,
    output: WrittenUserMiner,
    versioned: true,
  }),
  restoreUserMiner: contract("POST /api/user-miners/{id}/restore", {
    summary: "Take retired machines into your portfolio again, as far as the company's plan has room",
    permission: "machines:write",
    input: UserMinerAndVersion,
    output: WrittenUserMiner,
    versioned: true,
  }),
};
