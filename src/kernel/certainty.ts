/** The answer to a question about an imprecise date: surely so, perhaps so, or surely not. */
export const certainties = ["CERTAIN", "POSSIBLE", "NO"] as const;

export type Certainty = (typeof certainties)[number];
