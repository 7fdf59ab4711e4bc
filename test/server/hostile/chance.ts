/** What chance does in this run: with the same seed, given as SEED, the same again. */
export const SEED = Number(process.env["SEED"] ?? Math.floor(Math.random() * 2 ** 31));
