import type { JSX } from "preact";
import { Link } from "../address/link.tsx";
import type { RatingTextFragment } from "../graph/types.ts";
import { schemes } from "../words/more-words.ts";
import { ratingWord } from "../words/ratings.ts";
import { Tag } from "./tag.tsx";

/** A judgement with all that belongs to it: who, when, how old, on which scale, what the scale says, and why. */
export function RatingPanel({ rating: { rating, scheme, wording, age, date, judgement } }: { readonly rating: RatingTextFragment }): JSX.Element {
  if (judgement === null) return <p><Tag word={ratingWord(null)} /> <span class="wm-small">Nobody has published a judgement.</span></p>;
  const by = judgement.judgedByHealthIntegrationTeam ?? judgement.judgedBy;
  return (
    <div class="wm-rating-panel">
      <p><Tag word={ratingWord(rating)} /> {date !== null && <>{date.plain}{age !== null && <span class="wm-small"> ({age.plain} old)</span>}</>}</p>
      {judgement.rationale !== null && <p>{judgement.rationale}</p>}
      <p class="wm-small">
        {by !== null && `Judged by ${by.name}. `}
        {scheme !== null && `On ${schemes[scheme]}`}{wording !== null && `: “${wording}”`}{" "}
        {judgement.report !== null && <Link to={`/reports/${judgement.report.id}`}>{judgement.report.title}</Link>}
      </p>
    </div>
  );
}
