import { afterAll, describe } from "vitest";
import { prepareGround } from "../events/ground";
import { ownDatabase } from "../own-database";
import { faultCases } from "./fault-cases";
import { QUICK } from "./scenarios";

const drop = await ownDatabase();
afterAll(drop);
await prepareGround();

describe("faults on postgres", () => faultCases("postgres", QUICK));
