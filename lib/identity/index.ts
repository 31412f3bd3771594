export { findDemoTenants, listDemoMembers } from "./data/demo-tenants";
export { isCompanyOpen, listClientsWithAccess } from "./data/portal-access";
export { companyOf } from "./use-cases/members/here";
export { type Plan, planOf } from "./use-cases/members/plan-of";
export { type ToldWork, tellWorkOver } from "./use-cases/tell-work-over";
