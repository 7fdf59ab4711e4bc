import type { Act } from "../../../api/access/act.ts";
import type { ActDraft, Path } from "../../../api/act/act-draft.ts";
import type { RecordAsReadInput } from "../../../api/act/as-read.ts";
import { valuesOf } from "../../../api/act/columns.ts";
import { Problems, type Ruled } from "../../../api/act/ruled.ts";
import { stoodBefore } from "../../../api/act/stood-before.ts";
import { programmeKind } from "../../delivery/programme/table.ts";
import { HOMELESS } from "../../foundation/place/rules.ts";
import { placeKind } from "../../foundation/place/table.ts";
import type {
  AmendPostFunderInput, AmendPostHolderInput, AmendPostInput, EndPostInput, FillPostInput, FundPostInput, RecordPostInput, VacatePostInput,
} from "./act-inputs.ts";
import { advertisePost, amendHolder, approvePost, endPost, fillPost, fundPost, heldBy, postProblems, recordPost, reopenPost, shareProblems, vacatePost } from "./decisions.ts";
import { fundersOf, holdersOf } from "./store.ts";
import { postFunderKind, postHolderKind, postKind, type posts } from "./table.ts";

type Post = typeof posts.$inferSelect;

/** What people do with posts. */
export const postActs = {
  record(draft: ActDraft, sent: RecordPostInput, path: Path): string {
    const programme = draft.findAny(programmeKind, sent.programme, [...path, "programme"]);
    const system = draft.findAny(placeKind, sent.system, [...path, "system"]);
    const post = recordPost(sent, programme, system, draft.today);
    // Of what is at home nowhere, nobody can be asked.
    if (programme === null && system === null) draft.refuse([HOMELESS, ...post.problems], path);
    draft.demand(postKind, post.fields, "post:record");
    return draft.create(postKind, post, path);
  },

  amend(draft: ActDraft, { id, expectedVersion, ...sent }: AmendPostInput, path: Path): string {
    const post = draft.findFor("post:amend", postKind, id, [...path, "id"]);
    if (typeof sent.programme === "string" && sent.programme !== post.programmeId) draft.findFor("post:amend", programmeKind, sent.programme);
    const wrong = new Problems();
    wrong.gather(() => { draft.change(postKind, id, { fields: draft.merge(postKind, id, expectedVersion, valuesOf(postKind, sent), path), problems: [] }, path); });
    const amended = draft.read(postKind, id) ?? post;
    wrong.when(amended.programmeId === null && amended.systemId === null, HOMELESS.code, HOMELESS.message, [...path, "programme"]);
    wrong.add(postProblems(amended, draft.today), path);
    wrong.refuse();
    return id;
  },

  approve(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path): string {
    return movedOn(draft, { id, expectedVersion }, "post:approve", path, approvePost);
  },

  advertise(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path): string {
    return movedOn(draft, { id, expectedVersion }, "post:advertise", path, advertisePost);
  },

  fill(draft: ActDraft, { id, expectedVersion, ...sent }: FillPostInput, path: Path): string {
    const post = draft.findFor("post:fill", postKind, id, [...path, "id"]);
    draft.unchanged(postKind, id, expectedVersion, ["status"], path);
    const holder = draft.create(postHolderKind, fillPost(post, sent, holdersOf(draft.graph, id), draft.today), path);
    draft.change(postKind, id, { fields: { status: "FILLED" }, problems: [] }, path);
    return holder;
  },

  vacate(draft: ActDraft, { id, expectedVersion, ...sent }: VacatePostInput, path: Path): string {
    return movedOn(draft, { id, expectedVersion }, "post:vacate", path, (post) => {
      const { holder, ...vacated } = vacatePost(post, sent, holdersOf(draft.graph, id), draft.today);
      if (holder !== null && vacated.problems.length === 0) draft.change(postHolderKind, holder.id, { fields: { until: holder.until }, problems: [] }, path);
      return vacated;
    });
  },

  amendHolder(draft: ActDraft, { id, expectedVersion, ...sent }: AmendPostHolderInput, path: Path): string {
    const holder = draft.findFor("post-holder:amend", postHolderKind, id, [...path, "id"]);
    const post = draft.read(postKind, holder.postId) ?? draft.find(postKind, holder.postId, path);
    const wrong = new Problems();
    wrong.gather(() => { draft.change(postHolderKind, id, { fields: draft.merge(postHolderKind, id, expectedVersion, valuesOf(postHolderKind, sent), path), problems: [] }, path); });
    const amended = draft.read(postHolderKind, id) ?? holder;
    const holders = holdersOf(draft.graph, post.id);
    wrong.add(amendHolder(post, { standing: holder, amended, others: holders.filter((other) => other.id !== id) }, draft.today), path);
    wrong.refuse();
    const status = heldBy(post, holders);
    draft.reach(post.id);
    if (status !== null) draft.change(postKind, post.id, { fields: { status }, problems: [] });
    return id;
  },

  end(draft: ActDraft, { id, expectedVersion, ...sent }: EndPostInput, path: Path): string {
    draft.because("the post ends");
    return movedOn(draft, { id, expectedVersion }, "post:end", path, (post) => endPost(post, sent, holdersOf(draft.graph, id), draft.today));
  },

  reopen(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, path: Path): string {
    draft.because("the post has not ended after all");
    return movedOn(draft, { id, expectedVersion }, "post:reopen", path, (post) => reopenPost(post, stoodBefore(draft, postKind, post)));
  },

  fund(draft: ActDraft, sent: FundPostInput, path: Path): string {
    const post = draft.findFor("post:fund", postKind, sent.post, [...path, "post"]);
    return draft.create(postFunderKind, fundPost(post, sent, fundersOf(draft.graph, post.id)), path);
  },

  amendFunder(draft: ActDraft, { id, expectedVersion, ...sent }: AmendPostFunderInput, path: Path): string {
    const funder = draft.findFor("post-funder:amend", postFunderKind, id, [...path, "id"]);
    const wrong = new Problems();
    wrong.gather(() => { draft.change(postFunderKind, id, { fields: draft.merge(postFunderKind, id, expectedVersion, valuesOf(postFunderKind, sent), path), problems: [] }, path); });
    const amended = draft.read(postFunderKind, id) ?? funder;
    wrong.add(shareProblems(amended, fundersOf(draft.graph, amended.postId).filter((other) => other.id !== id)), path);
    wrong.refuse();
    return id;
  },
};

/** Moves a post on to what a decision says of it, where nobody has done so since. */
function movedOn(draft: ActDraft, { id, expectedVersion }: RecordAsReadInput, act: Act, path: Path, decide: (post: Post) => Ruled): string {
  const post = draft.findFor(act, postKind, id, [...path, "id"]);
  draft.unchanged(postKind, id, expectedVersion, ["status"], path);
  draft.change(postKind, id, decide(post), path);
  return id;
}
