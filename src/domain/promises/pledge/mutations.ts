import { Arg, Args, Ctx, Mutation, Resolver } from "type-graphql";
import { ActArgs } from "../../../api/act/act-args.ts";
import { acting } from "../../../api/act/acting.ts";
import { payloadOf, type Payload } from "../../../api/act/payload.ts";
import type { Context } from "../../../api/context.ts";
import { AmendPledgeActionInput, AmendPledgeSignatureInput, CarryForwardPledgeActionInput, NamePledgeActionInput, ReportPledgeActionInput, ReviewPledgeActionInput, SignPledgeInput } from "./act-inputs.ts";
import { pledgeActs } from "./acts.ts";
import { pledgeActionById, pledgeSignatureById } from "./loaders.ts";
import { PledgeActionType, PledgeSignatureType } from "./signature-type.ts";
import { pledgeActionKind, pledgeSignatureKind, type pledgeActions, type pledgeSignatures } from "./table.ts";

type Signature = Payload<typeof pledgeSignatures.$inferSelect>;
type Action = Payload<typeof pledgeActions.$inferSelect>;

const PledgeSignaturePayload = payloadOf("PledgeSignature", "pledgeSignature", () => PledgeSignatureType);
const PledgeActionPayload = payloadOf("PledgeAction", "pledgeAction", () => PledgeActionType);
const signature = { kind: pledgeSignatureKind, load: pledgeSignatureById };
const action = { kind: pledgeActionKind, load: pledgeActionById };

@Resolver()
export class PledgeMutations {
  @Mutation(() => PledgeSignaturePayload, { description: "Records a body's signature with its actions. The version that is signed says who may sign and how many actions it takes: two, due in twelve months, unless it says otherwise." })
  async signPledge(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("pledgeSignature", () => SignPledgeInput, { description: "Who signs which version, and with what actions." }) sent: SignPledgeInput): Promise<Signature> {
    return acting(context, { name: "pledge:sign", args, sent, ...signature }, (draft) => pledgeActs.sign(draft, sent, ["pledgeSignature"]));
  }

  @Mutation(() => PledgeSignaturePayload, { description: "Sets right who signed a pledge, as what, when or with whom, where that was written down wrongly. It has to be as it could have been signed." })
  async amendPledgeSignature(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("pledgeSignature", () => AmendPledgeSignatureInput, { description: "Which, and what is to be otherwise." }) sent: AmendPledgeSignatureInput): Promise<Signature> {
    return acting(context, { name: "pledge-signature:amend", args, sent, ...signature }, (draft) => pledgeActs.amendSignature(draft, sent, ["pledgeSignature"]));
  }

  @Mutation(() => PledgeActionPayload, { description: "Says in other words what is to be done, of what sort, or where. Its history keeps the words that stood there." })
  async amendPledgeAction(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("pledgeAction", () => AmendPledgeActionInput, { description: "Which, and what is to be otherwise." }) sent: AmendPledgeActionInput): Promise<Action> {
    return acting(context, { name: "pledge-action:amend", args, sent, ...action }, (draft) => pledgeActs.amendAction(draft, sent, ["pledgeAction"]));
  }

  @Mutation(() => PledgeActionPayload, { description: "Adds an action that a signature lacked. Never more than its version asks for." })
  async namePledgeAction(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("pledgeAction", () => NamePledgeActionInput, { description: "Under which signature, and what." }) sent: NamePledgeActionInput): Promise<Action> {
    return acting(context, { name: "pledge-action:name", args, sent, ...action }, (draft) => pledgeActs.name(draft, sent, ["pledgeAction"]));
  }

  @Mutation(() => PledgeActionPayload, { description: "Says how far an action is. It is said until the action is reviewed." })
  async reportPledgeAction(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("pledgeAction", () => ReportPledgeActionInput, { description: "Which, and how far it is." }) sent: ReportPledgeActionInput): Promise<Action> {
    return acting(context, { name: "pledge-action:report", args, sent, ...action }, (draft) => pledgeActs.report(draft, sent, ["pledgeAction"]));
  }

  @Mutation(() => PledgeActionPayload, { description: "Says what became of an action, from the first day on which it can be due. Changing an outcome takes a reason." })
  async reviewPledgeAction(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("pledgeAction", () => ReviewPledgeActionInput, { description: "Which, and what the review found." }) sent: ReviewPledgeActionInput): Promise<Action> {
    return acting(context, { name: "pledge-action:review", args, sent, ...action }, (draft) => pledgeActs.review(draft, sent, ["pledgeAction"]));
  }

  @Mutation(() => PledgeActionPayload, { description: "Lets an action go on under a later signature of the same body, where there is room. Answers with the action there; the one that it goes on with is CARRIED_FORWARD." })
  async carryForwardPledgeAction(@Ctx() context: Context, @Args(() => ActArgs) args: ActArgs, @Arg("pledgeAction", () => CarryForwardPledgeActionInput, { description: "Which, and under which signature it goes on." }) sent: CarryForwardPledgeActionInput): Promise<Action> {
    return acting(context, { name: "pledge-action:carry-forward", args, sent, ...action }, (draft) => pledgeActs.carryForward(draft, sent, ["pledgeAction"]));
  }
}
