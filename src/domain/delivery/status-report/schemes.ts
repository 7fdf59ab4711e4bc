import type { judgementSchemes } from "./table.ts";

/** A scheme whose ratings are known: each with what it says that it means, where we hold its words. */
type Scale = Readonly<Record<string, string | null>>;

/** The published scale of delivery confidence, in short; of the older one only the ratings, and of local ones nothing. */
const scales: Readonly<Record<(typeof judgementSchemes)[number], Scale | null>> = {
  DELIVERY_CONFIDENCE_3: {
    Green: "Very likely to succeed on time, cost and quality; nothing outstanding threatens it much.",
    Amber: "Feasible, with significant problems that need attention and look solvable if dealt with soon.",
    Red: "Looks unachievable; problems with definition, schedule, budget, quality or benefits that do not look manageable now.",
  },
  DELIVERY_CONFIDENCE_5: { Green: null, "Amber/Green": null, Amber: null, "Amber/Red": null, Red: null },
  LOCAL: null,
};

/** The scale of a scheme; null where it is a local one, which anybody may write. */
export function scaleOf(scheme: string): Scale | null {
  return Object.entries(scales).find(([name]) => name === scheme)?.[1] ?? null;
}

/** The word for a rating as its scale writes it; null where the scale has none. Capital letters do not matter. */
export function ratingIn(scale: Scale, rating: string): string | null {
  return Object.keys(scale).find((word) => word.toLowerCase() === rating.trim().toLowerCase()) ?? null;
}

/** What a scheme says that a rating means; null where we do not hold its words, or it has no such rating. */
export function wordsFor(scheme: string, rating: string): string | null {
  const scale = scaleOf(scheme);
  const word = scale === null ? null : ratingIn(scale, rating);
  return scale === null || word === null ? null : (scale[word] ?? null);
}
