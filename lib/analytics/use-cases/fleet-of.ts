import { resolveTerms, unknownModel } from "@/lib/calculator/index";
import type { QueryCtx } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { findModel, keeperOf, listUserMinerRows } from "@/lib/machines/index";
import type { HistoricalReplay } from "../schemas";
