import { getPortfolio } from "@/lib/calculator/use-cases/portfolio/get-portfolio";
import type { Locale } from "@/lib/kernel/context";
import { AppError } from "@/lib/kernel/errors";
import { load } from "@/lib/transport/load";

/** How many machines the reader keeps; none where they may not keep any. */
export async function pageFleet(locale: Locale): Promise<{ machines: number }> {
  try {
    const { machines } = await load(getPortfolio, {}, locale);
    return { machines };
  } catch (error) {
    if (error instanceof AppError && error.code === "forbidden") return { machines: 0 };
    throw error;
  }
}
