CREATE TABLE `criteria` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`workstreamId` text NOT NULL,
	`statement` text NOT NULL,
	`status` text NOT NULL,
	`supplierId` text,
	`evidence` text,
	`evidenceAddress` text,
	`decided` text NOT NULL,
	`decidedById` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workstreamId`) REFERENCES `workstreams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supplierId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decidedById`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `criteria_by_workstream` ON `criteria` (`workstreamId`);--> statement-breakpoint
CREATE INDEX `criteria_by_supplier` ON `criteria` (`supplierId`);--> statement-breakpoint
CREATE TABLE `dependencies` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`type` text NOT NULL,
	`predecessorWorkstreamId` text,
	`predecessorMilestoneId` text,
	`predecessorDescription` text,
	`successorWorkstreamId` text,
	`successorMilestoneId` text,
	`rationale` text,
	`basis` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`predecessorWorkstreamId`) REFERENCES `workstreams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`predecessorMilestoneId`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successorWorkstreamId`) REFERENCES `workstreams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successorMilestoneId`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dependencies_by_predecessor_workstream` ON `dependencies` (`predecessorWorkstreamId`);--> statement-breakpoint
CREATE INDEX `dependencies_by_predecessor_milestone` ON `dependencies` (`predecessorMilestoneId`);--> statement-breakpoint
CREATE INDEX `dependencies_by_successor_workstream` ON `dependencies` (`successorWorkstreamId`);--> statement-breakpoint
CREATE INDEX `dependencies_by_successor_milestone` ON `dependencies` (`successorMilestoneId`);--> statement-breakpoint
CREATE TABLE `dependency_waivers` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`dependencyId` text NOT NULL,
	`reason` text NOT NULL,
	`grantedById` text,
	`until` text NOT NULL,
	`ended` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dependencyId`) REFERENCES `dependencies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`grantedById`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dependency_waivers_by_dependency` ON `dependency_waivers` (`dependencyId`);--> statement-breakpoint
CREATE TABLE `milestones` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`title` text NOT NULL,
	`type` text NOT NULL,
	`status` text NOT NULL,
	`firstBaseline` text NOT NULL,
	`baseline` text NOT NULL,
	`forecast` text NOT NULL,
	`actual` text NOT NULL,
	`saidNotDoneOn` text,
	`parts` text NOT NULL,
	`metBy` text,
	`programmeId` text NOT NULL,
	`workstreamId` text,
	`ownerOrganisationId` text,
	`ownerHealthIntegrationTeamId` text,
	`dueEarliest` text GENERATED ALWAYS AS (json_extract(case when json_extract("forecast", '$.status') = 'KNOWN' then "forecast" else "baseline" end, '$.earliest')) VIRTUAL,
	`dueLatest` text GENERATED ALWAYS AS (json_extract(case when json_extract("forecast", '$.status') = 'KNOWN' then "forecast" else "baseline" end, '$.latest')) VIRTUAL,
	`firstBaselineEarliest` text GENERATED ALWAYS AS (json_extract("firstBaseline", '$.earliest')) VIRTUAL,
	`firstBaselineLatest` text GENERATED ALWAYS AS (json_extract("firstBaseline", '$.latest')) VIRTUAL,
	`actualEarliest` text GENERATED ALWAYS AS (json_extract("actual", '$.earliest')) VIRTUAL,
	`actualLatest` text GENERATED ALWAYS AS (json_extract("actual", '$.latest')) VIRTUAL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workstreamId`) REFERENCES `workstreams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ownerOrganisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ownerHealthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `milestones_by_programme` ON `milestones` (`programmeId`);--> statement-breakpoint
CREATE INDEX `milestones_by_workstream` ON `milestones` (`workstreamId`);--> statement-breakpoint
CREATE INDEX `milestones_by_owner_organisation` ON `milestones` (`ownerOrganisationId`);--> statement-breakpoint
CREATE INDEX `milestones_by_owner_health_integration_team` ON `milestones` (`ownerHealthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `milestones_by_due` ON `milestones` (`dueEarliest`,`id`);--> statement-breakpoint
CREATE INDEX `milestones_by_status` ON `milestones` (`status`);--> statement-breakpoint
CREATE TABLE `programme_governances` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`programmeId` text NOT NULL,
	`healthIntegrationTeamId` text,
	`groupId` text,
	`capacity` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`healthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`groupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `programme_governances_by_programme` ON `programme_governances` (`programmeId`);--> statement-breakpoint
CREATE INDEX `programme_governances_by_health_integration_team` ON `programme_governances` (`healthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `programme_governances_by_group` ON `programme_governances` (`groupId`);--> statement-breakpoint
CREATE TABLE `programmes` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`name` text NOT NULL,
	`aim` text,
	`status` text NOT NULL,
	`start` text NOT NULL,
	`end` text NOT NULL,
	`reportingRhythm` text,
	`hostId` text,
	`placeId` text,
	`parentId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hostId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placeId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parentId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `programmes_by_host` ON `programmes` (`hostId`);--> statement-breakpoint
CREATE INDEX `programmes_by_place` ON `programmes` (`placeId`);--> statement-breakpoint
CREATE INDEX `programmes_by_parent` ON `programmes` (`parentId`);--> statement-breakpoint
CREATE TABLE `workstream_continuations` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`workstreamId` text NOT NULL,
	`continuedInId` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workstreamId`) REFERENCES `workstreams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`continuedInId`) REFERENCES `workstreams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `workstream_continuations_by_workstream` ON `workstream_continuations` (`workstreamId`);--> statement-breakpoint
CREATE INDEX `workstream_continuations_by_continued_in` ON `workstream_continuations` (`continuedInId`);--> statement-breakpoint
CREATE TABLE `workstreams` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`name` text NOT NULL,
	`theme` text NOT NULL,
	`ownTheme` text,
	`kind` text,
	`status` text NOT NULL,
	`purpose` text,
	`programmeId` text NOT NULL,
	`leadHealthIntegrationTeamId` text,
	`leadOrganisationId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leadHealthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leadOrganisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `workstreams_by_programme` ON `workstreams` (`programmeId`);--> statement-breakpoint
CREATE INDEX `workstreams_by_lead_health_integration_team` ON `workstreams` (`leadHealthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `workstreams_by_lead_organisation` ON `workstreams` (`leadOrganisationId`);--> statement-breakpoint
CREATE TABLE `places` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`name` text NOT NULL,
	`level` text NOT NULL,
	`gssCode` text,
	`parentId` text,
	`since` text NOT NULL,
	`until` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parentId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `places_by_parent` ON `places` (`parentId`);--> statement-breakpoint
CREATE UNIQUE INDEX `places_by_gss_code` ON `places` (`gssCode`);--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`publisher` text,
	`address` text,
	`published` text NOT NULL,
	`period` text NOT NULL,
	`becameKnown` text NOT NULL,
	`sha256` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sources_by_title` ON `sources` (`title`);--> statement-breakpoint
CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`purpose` text,
	`since` text NOT NULL,
	`until` text NOT NULL,
	`parentId` text,
	`hostId` text,
	`healthIntegrationTeamId` text,
	`placeId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parentId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hostId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`healthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placeId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `groups_by_parent` ON `groups` (`parentId`);--> statement-breakpoint
CREATE INDEX `groups_by_host` ON `groups` (`hostId`);--> statement-breakpoint
CREATE INDEX `groups_by_health_integration_team` ON `groups` (`healthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `groups_by_place` ON `groups` (`placeId`);--> statement-breakpoint
CREATE TABLE `health_integration_teams` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`name` text NOT NULL,
	`formerNames` text NOT NULL,
	`aim` text,
	`role` text,
	`status` text NOT NULL,
	`placeId` text,
	`sponsorId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placeId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sponsorId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `health_integration_teams_by_place` ON `health_integration_teams` (`placeId`);--> statement-breakpoint
CREATE INDEX `health_integration_teams_by_sponsor` ON `health_integration_teams` (`sponsorId`);--> statement-breakpoint
CREATE TABLE `membership_units` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`membershipId` text NOT NULL,
	`organisationId` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`membershipId`) REFERENCES `memberships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `membership_units_by_membership` ON `membership_units` (`membershipId`);--> statement-breakpoint
CREATE INDEX `membership_units_by_organisation` ON `membership_units` (`organisationId`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`healthIntegrationTeamId` text,
	`groupId` text,
	`organisationId` text,
	`personId` text,
	`constituency` text,
	`constituencyKind` text,
	`capacity` text NOT NULL,
	`since` text NOT NULL,
	`until` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`healthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`groupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_by_health_integration_team` ON `memberships` (`healthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `memberships_by_group` ON `memberships` (`groupId`);--> statement-breakpoint
CREATE INDEX `memberships_by_organisation` ON `memberships` (`organisationId`);--> statement-breakpoint
CREATE INDEX `memberships_by_person` ON `memberships` (`personId`);--> statement-breakpoint
CREATE TABLE `organisation_identifiers` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`organisationId` text NOT NULL,
	`scheme` text NOT NULL,
	`value` text NOT NULL,
	`since` text NOT NULL,
	`until` text NOT NULL,
	`verified` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `organisation_identifiers_by_organisation` ON `organisation_identifiers` (`organisationId`);--> statement-breakpoint
CREATE UNIQUE INDEX `organisation_identifiers_by_value` ON `organisation_identifiers` (`scheme`,`value`);--> statement-breakpoint
CREATE TABLE `organisation_names` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`organisationId` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`basis` text NOT NULL,
	`since` text NOT NULL,
	`until` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `organisation_names_by_organisation` ON `organisation_names` (`organisationId`);--> statement-breakpoint
CREATE INDEX `organisation_names_by_name` ON `organisation_names` (name collate nocase);--> statement-breakpoint
CREATE TABLE `organisations` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`name` text NOT NULL,
	`kind` text,
	`sector` text,
	`status` text NOT NULL,
	`since` text NOT NULL,
	`until` text NOT NULL,
	`placeId` text,
	`parentId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placeId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parentId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `organisations_by_name` ON `organisations` (name collate nocase);--> statement-breakpoint
CREATE INDEX `organisations_by_parent` ON `organisations` (`parentId`);--> statement-breakpoint
CREATE INDEX `organisations_by_place` ON `organisations` (`placeId`);--> statement-breakpoint
CREATE TABLE `successions` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`predecessorId` text NOT NULL,
	`successorId` text NOT NULL,
	`effective` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`predecessorId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`successorId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `successions_by_predecessor` ON `successions` (`predecessorId`);--> statement-breakpoint
CREATE INDEX `successions_by_successor` ON `successions` (`successorId`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`name` text NOT NULL,
	`visibility` text NOT NULL,
	`seenBy` text GENERATED ALWAYS AS (case when "visibility" = 'REDACTED' then 'NOBODY' when "visibility" = 'MEMBERS_ONLY' and "audience" = 'PUBLIC' then 'MEMBERS' else "audience" end) VIRTUAL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `award_parties` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`awardId` text NOT NULL,
	`role` text NOT NULL,
	`organisationId` text,
	`healthIntegrationTeamId` text,
	`groupId` text,
	`description` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`awardId`) REFERENCES `funding_awards`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`healthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`groupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `award_parties_by_award` ON `award_parties` (`awardId`);--> statement-breakpoint
CREATE INDEX `award_parties_by_organisation` ON `award_parties` (`organisationId`);--> statement-breakpoint
CREATE INDEX `award_parties_by_health_integration_team` ON `award_parties` (`healthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `award_parties_by_group` ON `award_parties` (`groupId`);--> statement-breakpoint
CREATE TABLE `award_spends` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`awardId` text NOT NULL,
	`financialYear` text NOT NULL,
	`amount` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`awardId`) REFERENCES `funding_awards`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `award_spends_by_award` ON `award_spends` (`awardId`);--> statement-breakpoint
CREATE TABLE `funding_awards` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`title` text NOT NULL,
	`amount` text NOT NULL,
	`awarded` text NOT NULL,
	`period` text NOT NULL,
	`status` text NOT NULL,
	`purposes` text NOT NULL,
	`partOfId` text,
	`programmeId` text,
	`workstreamId` text,
	`healthIntegrationTeamId` text,
	`coversEarliest` text GENERATED ALWAYS AS (json_extract(case when json_extract("period", '$.status') = 'KNOWN' then "period" else "awarded" end, '$.earliest')) VIRTUAL,
	`coversLatest` text GENERATED ALWAYS AS (json_extract(case when json_extract("period", '$.status') = 'KNOWN' then "period" else "awarded" end, '$.latest')) VIRTUAL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partOfId`) REFERENCES `funding_awards`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workstreamId`) REFERENCES `workstreams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`healthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `funding_awards_by_programme` ON `funding_awards` (`programmeId`);--> statement-breakpoint
CREATE INDEX `funding_awards_by_workstream` ON `funding_awards` (`workstreamId`);--> statement-breakpoint
CREATE INDEX `funding_awards_by_health_integration_team` ON `funding_awards` (`healthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `funding_awards_by_part_of` ON `funding_awards` (`partOfId`);--> statement-breakpoint
CREATE TABLE `funding_totals` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`title` text NOT NULL,
	`amount` text NOT NULL,
	`financialYear` text NOT NULL,
	`itemised` integer NOT NULL,
	`purposes` text NOT NULL,
	`healthIntegrationTeamId` text,
	`programmeId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`healthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `funding_totals_by_health_integration_team` ON `funding_totals` (`healthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `funding_totals_by_programme` ON `funding_totals` (`programmeId`);--> statement-breakpoint
CREATE INDEX `funding_totals_by_financial_year` ON `funding_totals` (`financialYear`);