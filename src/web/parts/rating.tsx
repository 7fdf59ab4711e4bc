import type { JSX } from "preact";
import { ratingWord } from "../words/ratings.ts";
import { Tag } from "./tag.tsx";

interface RatingProps {
  readonly rating: { readonly rating: string | null; readonly date: { readonly plain: string } | null };
}

/** A judgement with its day; or that nobody has made one. */
export function Rating({ rating: { rating, date } }: RatingProps): JSX.Element {
  return (
    <span class="wm-rating">
      <Tag word={ratingWord(rating)} />
      {date !== null && <span class="wm-rating__date">{date.plain}</span>}
    </span>
  );
}
