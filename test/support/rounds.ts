/** How many random histories are lived through where ROUNDS says it; in npm test, where nothing does, a few. */
export const ROUNDS: number | null = process.env["ROUNDS"] === undefined ? null : Number(process.env["ROUNDS"]);
