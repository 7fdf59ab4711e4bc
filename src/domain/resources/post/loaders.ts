import { many, one } from "../../../api/loaders.ts";
import { inOrderOf } from "../../../api/ordering.ts";
import { postFunderRoles, postFunders, posts } from "./table.ts";

export const postById = one(posts);
export const postsOfEmployer = many(posts, posts.employerId);
export const postsOfHost = many(posts, posts.hostId);
export const fundersOfPost = many(postFunders, postFunders.postId, inOrderOf(postFunderRoles, postFunders.role).by);
export const fundingsByOrganisation = many(postFunders, postFunders.organisationId);
export const fundingsByHealthIntegrationTeam = many(postFunders, postFunders.healthIntegrationTeamId);
export const fundingsByGroup = many(postFunders, postFunders.groupId);
export const fundingsByAward = many(postFunders, postFunders.awardId);
