type Machine = { miner_model?: unknown; hashrate_th?: unknown; power_w?: unknown };

/**
 * Which field is missing for a machine to be known: a model, or both hashrate and power.
 * Returns its name and what to do, or null where nothing is missing.
 */
export function missingMachineField(machine: Machine): { path: keyof Machine; message: string } | null {
  if (machine.miner_model !== undefined) return null;
  const hasHashrate = machine.hashrate_th !== undefined;
  const hasPower = machine.power_w !== undefined;
  if (hasHashrate && hasPower) return null;
  if (hasHashrate) return { path: "power_w", message: "Give power_w too, or name the machine in miner_model." };
  if (hasPower) return { path: "hashrate_th", message: "Give hashrate_th too, or name the machine in miner_model." };
  return { path: "miner_model", message: "Name a machine in miner_model, or give both hashrate_th and power_w." };
}
