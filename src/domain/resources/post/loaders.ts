import { many, one } from "../../../api/loaders.ts";
import { inOrderOf } from "../../../api/list/ordering.ts";
import { postFunderRoles, postFunders, postHolders, posts } from "./table.ts";

export const postById = one(posts);
export const postHolderById = one(postHolders);
export const postFunderById = one(postFunders);
export const fundersOfPost = many(postFunders, postFunders.postId, inOrderOf(postFunderRoles, postFunders.role).by);
