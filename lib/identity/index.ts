export { findDemoTenants, listDemoMembers } from "./data/demo-tenants";
export { companyOf } from "./use-cases/members/here";
export { type Plan, planOf } from "./use-cases/members/plan-of";
