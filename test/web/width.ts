/** A page that was made narrower is measured until it is as wide as it will be: what it is written in may come a moment later. */
export const WIDTH_SETTLES = { timeout: 5_000 };
