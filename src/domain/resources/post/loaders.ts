import { many, one } from "../../../api/loaders.ts";
import { inOrderOf } from "../../../api/ordering.ts";
import { postFunderRoles, postFunders, posts } from "./table.ts";

export const postById = one(posts);
export const fundersOfPost = many(postFunders, postFunders.postId, inOrderOf(postFunderRoles, postFunders.role).by);
