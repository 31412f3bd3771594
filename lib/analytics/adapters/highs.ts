import loadHighs, { type Highs } from "highs";
import type { Programme, Solution } from "../core/curtailment/programme";

/** Nodes and seconds after which a programme of whole numbers is given up; what it found holds. */
const MOST_NODES = 5000;
const MOST_SECONDS = 15;

let loading: Promise<Highs> | undefined;

/** Solves a linear programme with HiGHS, in this thread: a large one takes seconds. */
export async function solveWithHighs(programme: Programme): Promise<Solution> {
  loading ??= loadHighs();
  const highs = await loading;
  const { gains, upper, rowLower, rowUpper, starts, indices, values } = programme;
  const isWhole = programme.whole.includes(1);
  return highs.withModel(
    {
      numCols: gains.length,
      numRows: rowLower.length,
      sense: highs.constants.objectiveSense.maximize,
      colCost: gains,
      colLower: new Float64Array(gains.length),
      colUpper: upper,
      rowLower,
      rowUpper,
      matrix: { format: "csr", numRows: rowLower.length, numCols: gains.length, starts, indices, values },
      ...(isWhole ? { integrality: Int32Array.from(programme.whole) } : {}),
    },
    (model): Solution => {
      model.options.set({ output_flag: false, time_limit: MOST_SECONDS });
      if (isWhole) model.options.set({ mip_rel_gap: 0, mip_abs_gap: 1e-7, mip_max_nodes: MOST_NODES });
      model.run();
      const { modelStatus, solutionStatus } = highs.constants;
      const status = model.getModelStatus();
      if (status === modelStatus.infeasible)
        return { status: "infeasible", x: null, bound: Number.NaN, rowDuals: null };
      const hasSolution = model.info.get("primal_solution_status") === solutionStatus.feasible;
      const solution = hasSolution ? model.getSolution() : null;
      const isOptimal = status === modelStatus.optimal;
      return {
        status: isOptimal ? "optimal" : "stopped",
        x: solution?.colValue ?? null,
        bound: isWhole
          ? Number(model.info.get("mip_dual_bound"))
          : isOptimal
            ? model.getObjectiveValue()
            : Number.POSITIVE_INFINITY,
        rowDuals: isWhole || !isOptimal ? null : (solution?.rowDual ?? null),
      };
    },
  );
}
