import { connectionOf } from "../../../api/list/connection.ts";
import { listArgs } from "../../../api/list/list-args.ts";
import { PostFilter, PostHolderFilter, PostHolderOrderEnum, PostOrderEnum } from "./inputs.ts";
import { PostHolderType, PostType } from "./type.ts";

export const PostConnection = connectionOf("Post", () => PostType, { dated: true });
export const PostsArgs = listArgs(() => PostFilter, PostOrderEnum, "TITLE");
export const PostHolderConnection = connectionOf("PostHolder", () => PostHolderType, { dated: true });
export const PostHoldersArgs = listArgs(() => PostHolderFilter, PostHolderOrderEnum, "SINCE");
