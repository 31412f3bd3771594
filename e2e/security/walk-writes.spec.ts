import { contracts } from "@/app/contracts";
import { walkEndpoints } from "./walk-endpoints";

walkEndpoints(contracts.filter(({ method }) => method !== "GET"));
