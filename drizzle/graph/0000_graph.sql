CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`subject` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`status` text NOT NULL,
	`recordId` text,
	`field` text,
	`claimantOrganisationId` text,
	`claimantHealthIntegrationTeamId` text,
	`claimantGroupId` text,
	`claimantOutputId` text,
	`claimantSourceId` text,
	`made` text NOT NULL,
	`conflictsWithId` text,
	`placeId` text,
	`programmeId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claimantOrganisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claimantHealthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claimantGroupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claimantOutputId`) REFERENCES `outputs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claimantSourceId`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`conflictsWithId`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placeId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `claims_by_record` ON `claims` (`recordId`,`field`);--> statement-breakpoint
CREATE INDEX `claims_by_claimant_organisation` ON `claims` (`claimantOrganisationId`);--> statement-breakpoint
CREATE INDEX `claims_by_claimant_health_integration_team` ON `claims` (`claimantHealthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `claims_by_claimant_group` ON `claims` (`claimantGroupId`);--> statement-breakpoint
CREATE INDEX `claims_by_claimant_output` ON `claims` (`claimantOutputId`);--> statement-breakpoint
CREATE INDEX `claims_by_claimant_source` ON `claims` (`claimantSourceId`);--> statement-breakpoint
CREATE INDEX `claims_by_conflicts_with` ON `claims` (`conflictsWithId`);--> statement-breakpoint
CREATE INDEX `claims_by_place` ON `claims` (`placeId`);--> statement-breakpoint
CREATE INDEX `claims_by_programme` ON `claims` (`programmeId`);--> statement-breakpoint
CREATE INDEX `claims_by_status` ON `claims` (`status`);--> statement-breakpoint
CREATE TABLE `board_pack_programmes` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`boardPackId` text NOT NULL,
	`programmeId` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`boardPackId`) REFERENCES `board_packs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `board_pack_programmes_by_board_pack` ON `board_pack_programmes` (`boardPackId`);--> statement-breakpoint
CREATE INDEX `board_pack_programmes_by_programme` ON `board_pack_programmes` (`programmeId`);--> statement-breakpoint
CREATE TABLE `board_packs` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`title` text NOT NULL,
	`groupId` text NOT NULL,
	`meetsOn` text NOT NULL,
	`asOn` text NOT NULL,
	`entry` integer NOT NULL,
	`entryAt` text NOT NULL,
	`headHash` text NOT NULL,
	`withdrawnOn` text,
	`withdrawReason` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`groupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `board_packs_by_group` ON `board_packs` (`groupId`,`meetsOn`);--> statement-breakpoint
CREATE INDEX `board_packs_by_meets_on` ON `board_packs` (`meetsOn`,`id`);--> statement-breakpoint
CREATE TABLE `calendar_addresses` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`seenBy` text GENERATED ALWAYS AS ('NOBODY') VIRTUAL,
	`holderId` text NOT NULL,
	`aboutId` text NOT NULL,
	`name` text,
	`prefix` text NOT NULL,
	`fingerprint` text NOT NULL,
	`madeOn` text NOT NULL,
	`revokedOn` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `calendar_addresses_by_holder` ON `calendar_addresses` (`holderId`);--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_addresses_by_fingerprint` ON `calendar_addresses` (`fingerprint`);--> statement-breakpoint
CREATE TABLE `criteria` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
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
	`isExample` integer,
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
	`isExample` integer,
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
	`isExample` integer,
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
	`dueEarliest` text GENERATED ALWAYS AS (json_extract(case when json_extract("forecast", '$.status') = 'KNOWN' then "forecast" else "baseline" end, '$.earliest')) STORED,
	`dueLatest` text GENERATED ALWAYS AS (json_extract(case when json_extract("forecast", '$.status') = 'KNOWN' then "forecast" else "baseline" end, '$.latest')) STORED,
	`dueOrder` text GENERATED ALWAYS AS (coalesce("dueEarliest", "dueLatest", '9999-12-31')) STORED,
	`firstBaselineEarliest` text GENERATED ALWAYS AS (json_extract("firstBaseline", '$.earliest')) STORED,
	`firstBaselineLatest` text GENERATED ALWAYS AS (json_extract("firstBaseline", '$.latest')) STORED,
	`actualEarliest` text GENERATED ALWAYS AS (json_extract("actual", '$.earliest')) STORED,
	`actualLatest` text GENERATED ALWAYS AS (json_extract("actual", '$.latest')) STORED,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workstreamId`) REFERENCES `workstreams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ownerOrganisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ownerHealthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `milestones_by_programme` ON `milestones` (`programmeId`,`dueOrder`,`id`);--> statement-breakpoint
CREATE INDEX `milestones_by_workstream` ON `milestones` (`workstreamId`,`dueOrder`,`id`,`audience`,`systemId`,`dueEarliest`,`dueLatest`,("dueOrder" is null));--> statement-breakpoint
CREATE INDEX `milestones_by_owner_organisation` ON `milestones` (`ownerOrganisationId`,`dueOrder`,`id`);--> statement-breakpoint
CREATE INDEX `milestones_by_owner_health_integration_team` ON `milestones` (`ownerHealthIntegrationTeamId`,`dueOrder`,`id`);--> statement-breakpoint
CREATE INDEX `milestones_by_order` ON `milestones` (`dueOrder`,`id`,`audience`,`systemId`,`dueEarliest`,`dueLatest`,("dueOrder" is null));--> statement-breakpoint
CREATE INDEX `milestones_by_due` ON `milestones` (`dueEarliest`,`id`);--> statement-breakpoint
CREATE INDEX `milestones_by_status` ON `milestones` (`status`);--> statement-breakpoint
CREATE TABLE `programme_governances` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
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
	`isExample` integer,
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
CREATE TABLE `risks` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`cause` text,
	`effect` text,
	`likelihood` text,
	`impact` text,
	`response` text,
	`plan` text,
	`status` text NOT NULL,
	`raised` text NOT NULL,
	`reviewDue` text NOT NULL,
	`reviewedOn` text,
	`closed` text NOT NULL,
	`closeReason` text,
	`programmeId` text NOT NULL,
	`workstreamId` text,
	`milestoneId` text,
	`ownerOrganisationId` text,
	`ownerHealthIntegrationTeamId` text,
	`ownerGroupId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workstreamId`) REFERENCES `workstreams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`milestoneId`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ownerOrganisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ownerHealthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ownerGroupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `risks_by_programme` ON `risks` (`programmeId`);--> statement-breakpoint
CREATE INDEX `risks_by_workstream` ON `risks` (`workstreamId`);--> statement-breakpoint
CREATE INDEX `risks_by_milestone` ON `risks` (`milestoneId`);--> statement-breakpoint
CREATE INDEX `risks_by_owner_organisation` ON `risks` (`ownerOrganisationId`);--> statement-breakpoint
CREATE INDEX `risks_by_owner_health_integration_team` ON `risks` (`ownerHealthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `risks_by_owner_group` ON `risks` (`ownerGroupId`);--> statement-breakpoint
CREATE INDEX `risks_by_status` ON `risks` (`status`);--> statement-breakpoint
CREATE TABLE `judgements` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`reportId` text NOT NULL,
	`dimension` text NOT NULL,
	`scheme` text NOT NULL,
	`localScheme` text,
	`rating` text NOT NULL,
	`wording` text NOT NULL,
	`rationale` text,
	`judged` text NOT NULL,
	`judgedById` text,
	`judgedByHealthIntegrationTeamId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reportId`) REFERENCES `status_reports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`judgedById`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`judgedByHealthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `judgements_by_report` ON `judgements` (`reportId`);--> statement-breakpoint
CREATE INDEX `judgements_by_judged_by` ON `judgements` (`judgedById`);--> statement-breakpoint
CREATE INDEX `judgements_by_judged_by_health_integration_team` ON `judgements` (`judgedByHealthIntegrationTeamId`);--> statement-breakpoint
CREATE TABLE `status_report_items` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`reportId` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`statement` text NOT NULL,
	`purpose` text,
	`date` text NOT NULL,
	`groupId` text,
	`milestoneId` text,
	`dateEarliest` text GENERATED ALWAYS AS (json_extract("date", '$.earliest')) VIRTUAL,
	`dateLatest` text GENERATED ALWAYS AS (json_extract("date", '$.latest')) VIRTUAL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reportId`) REFERENCES `status_reports`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`groupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`milestoneId`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `status_report_items_by_report` ON `status_report_items` (`reportId`,`position`);--> statement-breakpoint
CREATE INDEX `status_report_items_by_group` ON `status_report_items` (`groupId`);--> statement-breakpoint
CREATE INDEX `status_report_items_by_milestone` ON `status_report_items` (`milestoneId`);--> statement-breakpoint
CREATE TABLE `status_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`title` text NOT NULL,
	`period` text NOT NULL,
	`status` text NOT NULL,
	`narrative` text,
	`returnReason` text,
	`submitted` text NOT NULL,
	`published` text NOT NULL,
	`programmeId` text,
	`workstreamId` text,
	`healthIntegrationTeamId` text,
	`publishedAsId` text,
	`correctsId` text,
	`periodEarliest` text GENERATED ALWAYS AS (json_extract("period", '$.earliest')) VIRTUAL,
	`periodLatest` text GENERATED ALWAYS AS (json_extract("period", '$.latest')) VIRTUAL,
	`publishedLatest` text GENERATED ALWAYS AS (json_extract("published", '$.latest')) VIRTUAL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workstreamId`) REFERENCES `workstreams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`healthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`publishedAsId`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`correctsId`) REFERENCES `status_reports`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `status_reports_by_programme` ON `status_reports` (`programmeId`);--> statement-breakpoint
CREATE INDEX `status_reports_by_workstream` ON `status_reports` (`workstreamId`);--> statement-breakpoint
CREATE INDEX `status_reports_by_health_integration_team` ON `status_reports` (`healthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `status_reports_by_published_as` ON `status_reports` (`publishedAsId`);--> statement-breakpoint
CREATE INDEX `status_reports_by_corrects` ON `status_reports` (`correctsId`);--> statement-breakpoint
CREATE INDEX `status_reports_by_period` ON `status_reports` (`periodLatest`,`id`);--> statement-breakpoint
CREATE INDEX `status_reports_by_status` ON `status_reports` (`status`);--> statement-breakpoint
CREATE TABLE `workstream_continuations` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
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
	`isExample` integer,
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
CREATE INDEX `workstreams_by_name` ON `workstreams` (name collate nocase,`id`,`audience`,`systemId`);--> statement-breakpoint
CREATE INDEX `workstreams_by_programme` ON `workstreams` (`programmeId`);--> statement-breakpoint
CREATE INDEX `workstreams_by_lead_health_integration_team` ON `workstreams` (`leadHealthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `workstreams_by_lead_organisation` ON `workstreams` (`leadOrganisationId`);--> statement-breakpoint
CREATE TABLE `external_references` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`subjectId` text NOT NULL,
	`list` text NOT NULL,
	`reference` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `external_references_by_subject` ON `external_references` (`subjectId`);--> statement-breakpoint
CREATE INDEX `external_references_by_reference` ON `external_references` (`list`,`reference`);--> statement-breakpoint
CREATE TABLE `places` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
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
	`isExample` integer,
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
CREATE TABLE `consultations` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`title` text NOT NULL,
	`status` text NOT NULL,
	`methods` text NOT NULL,
	`shaped` text,
	`period` text NOT NULL,
	`programmeId` text,
	`outputId` text,
	`periodLatest` text GENERATED ALWAYS AS (json_extract("period", '$.latest')) VIRTUAL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outputId`) REFERENCES `outputs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consultations_by_programme` ON `consultations` (`programmeId`);--> statement-breakpoint
CREATE INDEX `consultations_by_output` ON `consultations` (`outputId`);--> statement-breakpoint
CREATE TABLE `consultees` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`consultationId` text NOT NULL,
	`position` integer,
	`organisationId` text,
	`healthIntegrationTeamId` text,
	`groupId` text,
	`personId` text,
	`constituency` text,
	`constituencyKind` text,
	`description` text,
	`contactId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`consultationId`) REFERENCES `consultations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`healthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`groupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`contactId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consultees_by_consultation` ON `consultees` (`consultationId`,`position`);--> statement-breakpoint
CREATE INDEX `consultees_by_organisation` ON `consultees` (`organisationId`);--> statement-breakpoint
CREATE INDEX `consultees_by_health_integration_team` ON `consultees` (`healthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `consultees_by_group` ON `consultees` (`groupId`);--> statement-breakpoint
CREATE INDEX `consultees_by_person` ON `consultees` (`personId`);--> statement-breakpoint
CREATE INDEX `consultees_by_contact` ON `consultees` (`contactId`);--> statement-breakpoint
CREATE TABLE `decisions` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`statement` text NOT NULL,
	`kind` text NOT NULL,
	`rationale` text,
	`reference` text,
	`decided` text NOT NULL,
	`groupId` text,
	`recommendationId` text,
	`milestoneId` text,
	`programmeId` text,
	`decidedLatest` text GENERATED ALWAYS AS (json_extract("decided", '$.latest')) VIRTUAL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`groupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recommendationId`) REFERENCES `recommendations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`milestoneId`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `decisions_by_group` ON `decisions` (`groupId`);--> statement-breakpoint
CREATE INDEX `decisions_by_recommendation` ON `decisions` (`recommendationId`);--> statement-breakpoint
CREATE INDEX `decisions_by_milestone` ON `decisions` (`milestoneId`);--> statement-breakpoint
CREATE INDEX `decisions_by_programme` ON `decisions` (`programmeId`);--> statement-breakpoint
CREATE INDEX `decisions_by_decided` ON `decisions` (`decidedLatest`,`id`);--> statement-breakpoint
CREATE TABLE `event_parties` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`eventId` text,
	`seriesId` text,
	`role` text NOT NULL,
	`organisationId` text,
	`healthIntegrationTeamId` text,
	`groupId` text,
	`personId` text,
	`description` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`eventId`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seriesId`) REFERENCES `event_series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`healthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`groupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_parties_by_event` ON `event_parties` (`eventId`);--> statement-breakpoint
CREATE INDEX `event_parties_by_series` ON `event_parties` (`seriesId`);--> statement-breakpoint
CREATE INDEX `event_parties_by_organisation` ON `event_parties` (`organisationId`);--> statement-breakpoint
CREATE INDEX `event_parties_by_health_integration_team` ON `event_parties` (`healthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `event_parties_by_group` ON `event_parties` (`groupId`);--> statement-breakpoint
CREATE INDEX `event_parties_by_person` ON `event_parties` (`personId`);--> statement-breakpoint
CREATE TABLE `event_series` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`purpose` text,
	`frequency` text,
	`placeId` text,
	`groupId` text,
	`programmeId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placeId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`groupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `event_series_by_place` ON `event_series` (`placeId`);--> statement-breakpoint
CREATE INDEX `event_series_by_group` ON `event_series` (`groupId`);--> statement-breakpoint
CREATE INDEX `event_series_by_programme` ON `event_series` (`programmeId`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`date` text NOT NULL,
	`subject` text,
	`result` text,
	`occurrences` text NOT NULL,
	`attendance` text NOT NULL,
	`seriesId` text,
	`numberInSeries` integer,
	`numberBasis` text,
	`placeId` text,
	`groupId` text,
	`collaborationId` text,
	`programmeId` text,
	`milestoneId` text,
	`dateEarliest` text GENERATED ALWAYS AS (json_extract("date", '$.earliest')) VIRTUAL,
	`dateLatest` text GENERATED ALWAYS AS (json_extract("date", '$.latest')) VIRTUAL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`seriesId`) REFERENCES `event_series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placeId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`groupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`collaborationId`) REFERENCES `collaborations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`milestoneId`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `events_by_series` ON `events` (`seriesId`,`numberInSeries`);--> statement-breakpoint
CREATE INDEX `events_by_place` ON `events` (`placeId`);--> statement-breakpoint
CREATE INDEX `events_by_group` ON `events` (`groupId`);--> statement-breakpoint
CREATE INDEX `events_by_collaboration` ON `events` (`collaborationId`);--> statement-breakpoint
CREATE INDEX `events_by_programme` ON `events` (`programmeId`);--> statement-breakpoint
CREATE INDEX `events_by_milestone` ON `events` (`milestoneId`);--> statement-breakpoint
CREATE INDEX `events_by_date` ON `events` (`dateEarliest`,`id`);--> statement-breakpoint
CREATE INDEX `events_by_status` ON `events` (`status`);--> statement-breakpoint
CREATE TABLE `outcome_contributions` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`outcomeId` text NOT NULL,
	`programmeId` text NOT NULL,
	`statement` text,
	`basis` text NOT NULL,
	`evidenceId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outcomeId`) REFERENCES `outcomes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidenceId`) REFERENCES `outputs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `outcome_contributions_by_outcome` ON `outcome_contributions` (`outcomeId`);--> statement-breakpoint
CREATE INDEX `outcome_contributions_by_programme` ON `outcome_contributions` (`programmeId`);--> statement-breakpoint
CREATE INDEX `outcome_contributions_by_evidence` ON `outcome_contributions` (`evidenceId`);--> statement-breakpoint
CREATE TABLE `outcomes` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`plan` text NOT NULL,
	`number` integer,
	`title` text NOT NULL,
	`planOwnerId` text,
	`placeId` text,
	`planKey` text GENERATED ALWAYS AS (json_array("plan", "planOwnerId", "placeId")) VIRTUAL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`planOwnerId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placeId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `outcomes_by_plan` ON `outcomes` (`planKey`,`number`);--> statement-breakpoint
CREATE INDEX `outcomes_by_plan_owner` ON `outcomes` (`planOwnerId`);--> statement-breakpoint
CREATE INDEX `outcomes_by_place` ON `outcomes` (`placeId`);--> statement-breakpoint
CREATE TABLE `output_contributors` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`outputId` text NOT NULL,
	`role` text NOT NULL,
	`personId` text,
	`organisationId` text,
	`healthIntegrationTeamId` text,
	`groupId` text,
	`programmeId` text,
	`description` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outputId`) REFERENCES `outputs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`healthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`groupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `output_contributors_by_output` ON `output_contributors` (`outputId`);--> statement-breakpoint
CREATE INDEX `output_contributors_by_person` ON `output_contributors` (`personId`);--> statement-breakpoint
CREATE INDEX `output_contributors_by_organisation` ON `output_contributors` (`organisationId`);--> statement-breakpoint
CREATE INDEX `output_contributors_by_health_integration_team` ON `output_contributors` (`healthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `output_contributors_by_group` ON `output_contributors` (`groupId`);--> statement-breakpoint
CREATE INDEX `output_contributors_by_programme` ON `output_contributors` (`programmeId`);--> statement-breakpoint
CREATE TABLE `output_influences` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`outputId` text,
	`programmeId` text,
	`informedById` text,
	`description` text,
	`basis` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outputId`) REFERENCES `outputs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`informedById`) REFERENCES `outputs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `output_influences_by_output` ON `output_influences` (`outputId`);--> statement-breakpoint
CREATE INDEX `output_influences_by_programme` ON `output_influences` (`programmeId`);--> statement-breakpoint
CREATE INDEX `output_influences_by_informed_by` ON `output_influences` (`informedById`);--> statement-breakpoint
CREATE TABLE `outputs` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`title` text NOT NULL,
	`otherTitles` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`edition` text,
	`purpose` text,
	`developed` text NOT NULL,
	`published` text NOT NULL,
	`address` text,
	`licence` text,
	`free` integer,
	`placeId` text,
	`programmeId` text,
	`milestoneId` text,
	`supersedesId` text,
	`sourceId` text,
	`publishedEarliest` text GENERATED ALWAYS AS (json_extract("published", '$.earliest')) VIRTUAL,
	`publishedLatest` text GENERATED ALWAYS AS (json_extract("published", '$.latest')) VIRTUAL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placeId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`milestoneId`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedesId`) REFERENCES `outputs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sourceId`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `outputs_by_title` ON `outputs` (title collate nocase);--> statement-breakpoint
CREATE INDEX `outputs_by_kind` ON `outputs` (`kind`);--> statement-breakpoint
CREATE INDEX `outputs_by_place` ON `outputs` (`placeId`);--> statement-breakpoint
CREATE INDEX `outputs_by_programme` ON `outputs` (`programmeId`);--> statement-breakpoint
CREATE INDEX `outputs_by_milestone` ON `outputs` (`milestoneId`);--> statement-breakpoint
CREATE INDEX `outputs_by_supersedes` ON `outputs` (`supersedesId`);--> statement-breakpoint
CREATE INDEX `outputs_by_source` ON `outputs` (`sourceId`);--> statement-breakpoint
CREATE INDEX `outputs_by_published` ON `outputs` (`publishedLatest`,`id`);--> statement-breakpoint
CREATE TABLE `practice_maps` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`title` text NOT NULL,
	`status` text NOT NULL,
	`invited` text NOT NULL,
	`opened` text NOT NULL,
	`closed` text NOT NULL,
	`address` text,
	`ownerId` text,
	`placeId` text,
	`programmeId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ownerId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placeId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `practice_maps_by_owner` ON `practice_maps` (`ownerId`);--> statement-breakpoint
CREATE INDEX `practice_maps_by_place` ON `practice_maps` (`placeId`);--> statement-breakpoint
CREATE INDEX `practice_maps_by_programme` ON `practice_maps` (`programmeId`);--> statement-breakpoint
CREATE TABLE `practices` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`title` text NOT NULL,
	`description` text,
	`status` text NOT NULL,
	`themes` text NOT NULL,
	`since` text NOT NULL,
	`organisationId` text,
	`doneBy` text,
	`placeId` text,
	`mapId` text,
	`programmeId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placeId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`mapId`) REFERENCES `practice_maps`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `practices_by_organisation` ON `practices` (`organisationId`);--> statement-breakpoint
CREATE INDEX `practices_by_place` ON `practices` (`placeId`);--> statement-breakpoint
CREATE INDEX `practices_by_map` ON `practices` (`mapId`);--> statement-breakpoint
CREATE INDEX `practices_by_programme` ON `practices` (`programmeId`);--> statement-breakpoint
CREATE TABLE `principle_sets` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`name` text NOT NULL,
	`edition` text,
	`adopted` text NOT NULL,
	`ownerOrganisationId` text,
	`ownerGroupId` text,
	`placeId` text,
	`programmeId` text,
	`outputId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ownerOrganisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ownerGroupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placeId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outputId`) REFERENCES `outputs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `principle_sets_by_name` ON `principle_sets` (`name`);--> statement-breakpoint
CREATE INDEX `principle_sets_by_owner_organisation` ON `principle_sets` (`ownerOrganisationId`);--> statement-breakpoint
CREATE INDEX `principle_sets_by_owner_group` ON `principle_sets` (`ownerGroupId`);--> statement-breakpoint
CREATE INDEX `principle_sets_by_place` ON `principle_sets` (`placeId`);--> statement-breakpoint
CREATE INDEX `principle_sets_by_programme` ON `principle_sets` (`programmeId`);--> statement-breakpoint
CREATE INDEX `principle_sets_by_output` ON `principle_sets` (`outputId`);--> statement-breakpoint
CREATE TABLE `principles` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`principleSetId` text NOT NULL,
	`position` integer NOT NULL,
	`positionBasis` text NOT NULL,
	`kind` text NOT NULL,
	`statement` text NOT NULL,
	`partOfId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`principleSetId`) REFERENCES `principle_sets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partOfId`) REFERENCES `principles`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `principles_by_principle_set` ON `principles` (`principleSetId`,`position`);--> statement-breakpoint
CREATE INDEX `principles_by_part_of` ON `principles` (`partOfId`);--> statement-breakpoint
CREATE TABLE `realisations` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`recommendationId` text NOT NULL,
	`workstreamId` text,
	`milestoneId` text,
	`postId` text,
	`trainingProgrammeId` text,
	`groupId` text,
	`eventSeriesId` text,
	`outputId` text,
	`description` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recommendationId`) REFERENCES `recommendations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workstreamId`) REFERENCES `workstreams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`milestoneId`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`postId`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainingProgrammeId`) REFERENCES `training_programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`groupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`eventSeriesId`) REFERENCES `event_series`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outputId`) REFERENCES `outputs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `realisations_by_recommendation` ON `realisations` (`recommendationId`);--> statement-breakpoint
CREATE INDEX `realisations_by_workstream` ON `realisations` (`workstreamId`);--> statement-breakpoint
CREATE INDEX `realisations_by_milestone` ON `realisations` (`milestoneId`);--> statement-breakpoint
CREATE INDEX `realisations_by_post` ON `realisations` (`postId`);--> statement-breakpoint
CREATE INDEX `realisations_by_training_programme` ON `realisations` (`trainingProgrammeId`);--> statement-breakpoint
CREATE INDEX `realisations_by_group` ON `realisations` (`groupId`);--> statement-breakpoint
CREATE INDEX `realisations_by_event_series` ON `realisations` (`eventSeriesId`);--> statement-breakpoint
CREATE INDEX `realisations_by_output` ON `realisations` (`outputId`);--> statement-breakpoint
CREATE TABLE `recommendations` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`outputId` text NOT NULL,
	`position` integer NOT NULL,
	`number` text,
	`statement` text NOT NULL,
	`parts` text NOT NULL,
	`metBy` text,
	`status` text NOT NULL,
	`addressedToGroupId` text,
	`addressedToOrganisationId` text,
	`addressedTo` text,
	`response` text,
	`responded` text NOT NULL,
	`programmeId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outputId`) REFERENCES `outputs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`addressedToGroupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`addressedToOrganisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `recommendations_by_output` ON `recommendations` (`outputId`,`position`);--> statement-breakpoint
CREATE INDEX `recommendations_by_addressed_to_group` ON `recommendations` (`addressedToGroupId`);--> statement-breakpoint
CREATE INDEX `recommendations_by_addressed_to_organisation` ON `recommendations` (`addressedToOrganisationId`);--> statement-breakpoint
CREATE INDEX `recommendations_by_programme` ON `recommendations` (`programmeId`);--> statement-breakpoint
CREATE INDEX `recommendations_by_status` ON `recommendations` (`status`);--> statement-breakpoint
CREATE TABLE `studies` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`name` text NOT NULL,
	`subject` text,
	`status` text NOT NULL,
	`start` text NOT NULL,
	`end` text NOT NULL,
	`leaderId` text,
	`institutionId` text,
	`healthIntegrationTeamId` text,
	`collaborationId` text,
	`programmeId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`leaderId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`institutionId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`healthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`collaborationId`) REFERENCES `collaborations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `studies_by_leader` ON `studies` (`leaderId`);--> statement-breakpoint
CREATE INDEX `studies_by_institution` ON `studies` (`institutionId`);--> statement-breakpoint
CREATE INDEX `studies_by_health_integration_team` ON `studies` (`healthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `studies_by_collaboration` ON `studies` (`collaborationId`);--> statement-breakpoint
CREATE INDEX `studies_by_programme` ON `studies` (`programmeId`);--> statement-breakpoint
CREATE TABLE `study_outputs` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`studyId` text NOT NULL,
	`outputId` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`studyId`) REFERENCES `studies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outputId`) REFERENCES `outputs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `study_outputs_by_study` ON `study_outputs` (`studyId`);--> statement-breakpoint
CREATE INDEX `study_outputs_by_output` ON `study_outputs` (`outputId`);--> statement-breakpoint
CREATE TABLE `access_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`seenBy` text GENERATED ALWAYS AS ('NOBODY') VIRTUAL,
	`name` text NOT NULL,
	`prefix` text NOT NULL,
	`fingerprint` text NOT NULL,
	`expiresOn` text NOT NULL,
	`revokedOn` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `access_keys_by_fingerprint` ON `access_keys` (`fingerprint`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`seenBy` text GENERATED ALWAYS AS ('NOBODY') VIRTUAL,
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`displayName` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_by_subject` ON `accounts` (`issuer`,`subject`);--> statement-breakpoint
CREATE TABLE `role_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`seenBy` text GENERATED ALWAYS AS ('NOBODY') VIRTUAL,
	`accountId` text,
	`keyId` text,
	`role` text NOT NULL,
	`holdsForId` text,
	`inSystemId` text,
	`origin` text NOT NULL,
	`since` text NOT NULL,
	`until` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`keyId`) REFERENCES `access_keys`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inSystemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `role_grants_by_account` ON `role_grants` (`accountId`);--> statement-breakpoint
CREATE INDEX `role_grants_by_key` ON `role_grants` (`keyId`);--> statement-breakpoint
CREATE INDEX `role_grants_by_system` ON `role_grants` (`inSystemId`);--> statement-breakpoint
CREATE TABLE `collaboration_parties` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`collaborationId` text NOT NULL,
	`healthIntegrationTeamId` text,
	`organisationId` text,
	`groupId` text,
	`description` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`collaborationId`) REFERENCES `collaborations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`healthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`groupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `collaboration_parties_by_collaboration` ON `collaboration_parties` (`collaborationId`);--> statement-breakpoint
CREATE INDEX `collaboration_parties_by_health_integration_team` ON `collaboration_parties` (`healthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `collaboration_parties_by_organisation` ON `collaboration_parties` (`organisationId`);--> statement-breakpoint
CREATE INDEX `collaboration_parties_by_group` ON `collaboration_parties` (`groupId`);--> statement-breakpoint
CREATE TABLE `collaborations` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`subject` text NOT NULL,
	`result` text,
	`status` text NOT NULL,
	`since` text NOT NULL,
	`until` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `collaborations_by_status` ON `collaborations` (`status`);--> statement-breakpoint
CREATE TABLE `groups` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
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
	`isExample` integer,
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
	`isExample` integer,
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
	`isExample` integer,
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
	`isExample` integer,
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
CREATE INDEX `organisation_identifiers_by_value` ON `organisation_identifiers` (`scheme`,`value`);--> statement-breakpoint
CREATE TABLE `organisation_names` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
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
	`isExample` integer,
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
	`isExample` integer,
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
	`isExample` integer,
	`name` text NOT NULL,
	`visibility` text NOT NULL,
	`seenBy` text GENERATED ALWAYS AS (case when "visibility" = 'REDACTED' then 'NOBODY' when "visibility" = 'MEMBERS_ONLY' and "audience" = 'PUBLIC' then 'MEMBERS' else "audience" end) VIRTUAL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `person_roles` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`personId` text NOT NULL,
	`capacity` text NOT NULL,
	`title` text,
	`organisationId` text,
	`sourceId` text,
	`since` text NOT NULL,
	`until` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sourceId`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `person_roles_by_person` ON `person_roles` (`personId`);--> statement-breakpoint
CREATE INDEX `person_roles_by_organisation` ON `person_roles` (`organisationId`);--> statement-breakpoint
CREATE INDEX `person_roles_by_source` ON `person_roles` (`sourceId`);--> statement-breakpoint
CREATE TABLE `webhooks` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`seenBy` text GENERATED ALWAYS AS ('NOBODY') VIRTUAL,
	`accountId` text,
	`keyId` text,
	`address` text NOT NULL,
	`description` text,
	`types` text NOT NULL,
	`status` text NOT NULL,
	`pausedFor` text,
	`since` text NOT NULL,
	`fingerprint` text NOT NULL,
	`formerFingerprint` text,
	`formerEndsAt` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`accountId`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`keyId`) REFERENCES `access_keys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `webhooks_by_account` ON `webhooks` (`accountId`);--> statement-breakpoint
CREATE INDEX `webhooks_by_key` ON `webhooks` (`keyId`);--> statement-breakpoint
CREATE TABLE `commitment_events` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`commitmentId` text NOT NULL,
	`kind` text NOT NULL,
	`date` text NOT NULL,
	`milestoneId` text,
	`dateEarliest` text GENERATED ALWAYS AS (json_extract("date", '$.earliest')) VIRTUAL,
	`dateLatest` text GENERATED ALWAYS AS (json_extract("date", '$.latest')) VIRTUAL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commitmentId`) REFERENCES `commitments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`milestoneId`) REFERENCES `milestones`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `commitment_events_by_commitment` ON `commitment_events` (`commitmentId`,`dateEarliest`);--> statement-breakpoint
CREATE INDEX `commitment_events_by_milestone` ON `commitment_events` (`milestoneId`);--> statement-breakpoint
CREATE TABLE `commitments` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`statement` text NOT NULL,
	`organisationId` text,
	`groupId` text,
	`placeId` text,
	`securedByHealthIntegrationTeamId` text,
	`securedByOrganisationId` text,
	`publishedInId` text,
	`partOfId` text,
	`programmeId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`groupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placeId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`securedByHealthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`securedByOrganisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`publishedInId`) REFERENCES `outputs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partOfId`) REFERENCES `outputs`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `commitments_by_organisation` ON `commitments` (`organisationId`);--> statement-breakpoint
CREATE INDEX `commitments_by_group` ON `commitments` (`groupId`);--> statement-breakpoint
CREATE INDEX `commitments_by_place` ON `commitments` (`placeId`);--> statement-breakpoint
CREATE INDEX `commitments_by_secured_by_health_integration_team` ON `commitments` (`securedByHealthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `commitments_by_secured_by_organisation` ON `commitments` (`securedByOrganisationId`);--> statement-breakpoint
CREATE INDEX `commitments_by_published_in` ON `commitments` (`publishedInId`);--> statement-breakpoint
CREATE INDEX `commitments_by_part_of` ON `commitments` (`partOfId`);--> statement-breakpoint
CREATE INDEX `commitments_by_programme` ON `commitments` (`programmeId`);--> statement-breakpoint
CREATE TABLE `action_commitments` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`actionId` text NOT NULL,
	`commitmentId` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actionId`) REFERENCES `pledge_actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commitmentId`) REFERENCES `pledge_commitments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `action_commitments_by_action` ON `action_commitments` (`actionId`);--> statement-breakpoint
CREATE INDEX `action_commitments_by_commitment` ON `action_commitments` (`commitmentId`);--> statement-breakpoint
CREATE TABLE `example_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`pledgeVersionId` text NOT NULL,
	`position` integer NOT NULL,
	`wording` text NOT NULL,
	`outputId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pledgeVersionId`) REFERENCES `pledge_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outputId`) REFERENCES `outputs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `example_actions_by_version` ON `example_actions` (`pledgeVersionId`,`position`);--> statement-breakpoint
CREATE INDEX `example_actions_by_output` ON `example_actions` (`outputId`);--> statement-breakpoint
CREATE TABLE `pledge_actions` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`signatureId` text NOT NULL,
	`position` integer NOT NULL,
	`statement` text NOT NULL,
	`nature` text,
	`due` text NOT NULL,
	`progress` text NOT NULL,
	`progressNote` text,
	`outcome` text,
	`outcomeNote` text,
	`reviewed` text NOT NULL,
	`carriedForwardFromId` text,
	`workstreamId` text,
	`outputId` text,
	`dueEarliest` text GENERATED ALWAYS AS (json_extract("due", '$.earliest')) VIRTUAL,
	`dueLatest` text GENERATED ALWAYS AS (json_extract("due", '$.latest')) VIRTUAL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signatureId`) REFERENCES `pledge_signatures`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`carriedForwardFromId`) REFERENCES `pledge_actions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workstreamId`) REFERENCES `workstreams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outputId`) REFERENCES `outputs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pledge_actions_by_signature` ON `pledge_actions` (`signatureId`,`position`);--> statement-breakpoint
CREATE INDEX `pledge_actions_by_carried_forward_from` ON `pledge_actions` (`carriedForwardFromId`);--> statement-breakpoint
CREATE INDEX `pledge_actions_by_workstream` ON `pledge_actions` (`workstreamId`);--> statement-breakpoint
CREATE INDEX `pledge_actions_by_output` ON `pledge_actions` (`outputId`);--> statement-breakpoint
CREATE INDEX `pledge_actions_by_due` ON `pledge_actions` (`dueEarliest`,`id`);--> statement-breakpoint
CREATE INDEX `pledge_actions_by_progress` ON `pledge_actions` (`progress`);--> statement-breakpoint
CREATE TABLE `pledge_commitments` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`pledgeVersionId` text NOT NULL,
	`number` integer NOT NULL,
	`numberBasis` text NOT NULL,
	`wording` text NOT NULL,
	`topics` text NOT NULL,
	`outputId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pledgeVersionId`) REFERENCES `pledge_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`outputId`) REFERENCES `outputs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pledge_commitments_by_version` ON `pledge_commitments` (`pledgeVersionId`,`number`);--> statement-breakpoint
CREATE INDEX `pledge_commitments_by_output` ON `pledge_commitments` (`outputId`);--> statement-breakpoint
CREATE TABLE `pledge_differences` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`commitmentId` text NOT NULL,
	`comparedWithId` text NOT NULL,
	`kind` text NOT NULL,
	`note` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`commitmentId`) REFERENCES `pledge_commitments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`comparedWithId`) REFERENCES `pledge_commitments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pledge_differences_by_commitment` ON `pledge_differences` (`commitmentId`);--> statement-breakpoint
CREATE INDEX `pledge_differences_by_compared_with` ON `pledge_differences` (`comparedWithId`);--> statement-breakpoint
CREATE TABLE `pledge_eligibilities` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`pledgeVersionId` text NOT NULL,
	`signatoryKind` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pledgeVersionId`) REFERENCES `pledge_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pledge_eligibilities_by_version` ON `pledge_eligibilities` (`pledgeVersionId`);--> statement-breakpoint
CREATE TABLE `pledge_signatures` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`pledgeId` text NOT NULL,
	`pledgeVersionId` text,
	`organisationId` text,
	`groupId` text,
	`description` text,
	`signatoryKind` text,
	`placeId` text,
	`signed` text NOT NULL,
	`signedById` text,
	`authority` text,
	`signedWith` text,
	`missingActionsReason` text,
	`signedEarliest` text GENERATED ALWAYS AS (json_extract("signed", '$.earliest')) VIRTUAL,
	`signedLatest` text GENERATED ALWAYS AS (json_extract("signed", '$.latest')) VIRTUAL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pledgeId`) REFERENCES `pledges`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pledgeVersionId`) REFERENCES `pledge_versions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`groupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placeId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signedById`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pledge_signatures_by_pledge` ON `pledge_signatures` (`pledgeId`);--> statement-breakpoint
CREATE INDEX `pledge_signatures_by_version` ON `pledge_signatures` (`pledgeVersionId`);--> statement-breakpoint
CREATE INDEX `pledge_signatures_by_organisation` ON `pledge_signatures` (`organisationId`);--> statement-breakpoint
CREATE INDEX `pledge_signatures_by_group` ON `pledge_signatures` (`groupId`);--> statement-breakpoint
CREATE INDEX `pledge_signatures_by_place` ON `pledge_signatures` (`placeId`);--> statement-breakpoint
CREATE INDEX `pledge_signatures_by_signed_by` ON `pledge_signatures` (`signedById`);--> statement-breakpoint
CREATE INDEX `pledge_signatures_by_signed` ON `pledge_signatures` (`signedLatest`,`id`);--> statement-breakpoint
CREATE TABLE `pledge_signers` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`pledgeVersionId` text NOT NULL,
	`authority` text NOT NULL,
	`examples` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pledgeVersionId`) REFERENCES `pledge_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pledge_signers_by_version` ON `pledge_signers` (`pledgeVersionId`);--> statement-breakpoint
CREATE TABLE `pledge_versions` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`pledgeId` text NOT NULL,
	`name` text NOT NULL,
	`sourceId` text,
	`published` text NOT NULL,
	`address` text,
	`supersedesId` text,
	`eligibility` text,
	`signing` text,
	`commitmentCount` integer,
	`actionCount` integer,
	`actionMonths` integer,
	`continuingAllowed` integer,
	`newAllowed` integer,
	`actionsVaryWith` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pledgeId`) REFERENCES `pledges`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sourceId`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`supersedesId`) REFERENCES `pledge_versions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pledge_versions_by_pledge` ON `pledge_versions` (`pledgeId`);--> statement-breakpoint
CREATE INDEX `pledge_versions_by_source` ON `pledge_versions` (`sourceId`);--> statement-breakpoint
CREATE INDEX `pledge_versions_by_supersedes` ON `pledge_versions` (`supersedesId`);--> statement-breakpoint
CREATE TABLE `pledges` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`title` text NOT NULL,
	`purpose` text,
	`placeId` text,
	`programmeId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placeId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pledges_by_place` ON `pledges` (`placeId`);--> statement-breakpoint
CREATE INDEX `pledges_by_programme` ON `pledges` (`programmeId`);--> statement-breakpoint
CREATE TABLE `award_parties` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
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
	`isExample` integer,
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
	`isExample` integer,
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
CREATE INDEX `funding_awards_by_programme` ON `funding_awards` (`programmeId`,`id`,`audience`,`systemId`);--> statement-breakpoint
CREATE INDEX `funding_awards_by_workstream` ON `funding_awards` (`workstreamId`,`id`,`audience`,`systemId`);--> statement-breakpoint
CREATE INDEX `funding_awards_by_health_integration_team` ON `funding_awards` (`healthIntegrationTeamId`,`id`,`audience`,`systemId`);--> statement-breakpoint
CREATE INDEX `funding_awards_by_part_of` ON `funding_awards` (`partOfId`);--> statement-breakpoint
CREATE TABLE `funding_totals` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
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
CREATE INDEX `funding_totals_by_financial_year` ON `funding_totals` (`financialYear`);--> statement-breakpoint
CREATE TABLE `measure_actuals` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`measureId` text NOT NULL,
	`value` text NOT NULL,
	`period` text NOT NULL,
	`asAt` text NOT NULL,
	`note` text,
	`asAtEarliest` text GENERATED ALWAYS AS (json_extract("asAt", '$.earliest')) VIRTUAL,
	`asAtLatest` text GENERATED ALWAYS AS (json_extract("asAt", '$.latest')) VIRTUAL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`measureId`) REFERENCES `measures`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `measure_actuals_by_measure` ON `measure_actuals` (`measureId`,`asAtLatest`);--> statement-breakpoint
CREATE TABLE `measures` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`unit` text NOT NULL,
	`baseline` text NOT NULL,
	`baselineAsAt` text NOT NULL,
	`target` text NOT NULL,
	`targetDue` text NOT NULL,
	`placeId` text,
	`healthIntegrationTeamId` text,
	`groupId` text,
	`programmeId` text,
	`workstreamId` text,
	`trainingProgrammeId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placeId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`healthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`groupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workstreamId`) REFERENCES `workstreams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainingProgrammeId`) REFERENCES `training_programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `measures_by_place` ON `measures` (`placeId`);--> statement-breakpoint
CREATE INDEX `measures_by_health_integration_team` ON `measures` (`healthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `measures_by_group` ON `measures` (`groupId`);--> statement-breakpoint
CREATE INDEX `measures_by_programme` ON `measures` (`programmeId`);--> statement-breakpoint
CREATE INDEX `measures_by_workstream` ON `measures` (`workstreamId`);--> statement-breakpoint
CREATE INDEX `measures_by_training_programme` ON `measures` (`trainingProgrammeId`);--> statement-breakpoint
CREATE TABLE `post_funders` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`postId` text NOT NULL,
	`role` text NOT NULL,
	`organisationId` text,
	`healthIntegrationTeamId` text,
	`groupId` text,
	`description` text,
	`share` text NOT NULL,
	`amount` text NOT NULL,
	`period` text NOT NULL,
	`awardId` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`postId`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`healthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`groupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`awardId`) REFERENCES `funding_awards`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `post_funders_by_post` ON `post_funders` (`postId`);--> statement-breakpoint
CREATE INDEX `post_funders_by_organisation` ON `post_funders` (`organisationId`);--> statement-breakpoint
CREATE INDEX `post_funders_by_health_integration_team` ON `post_funders` (`healthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `post_funders_by_group` ON `post_funders` (`groupId`);--> statement-breakpoint
CREATE INDEX `post_funders_by_award` ON `post_funders` (`awardId`);--> statement-breakpoint
CREATE TABLE `post_holders` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`postId` text NOT NULL,
	`personId` text,
	`since` text NOT NULL,
	`until` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`postId`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `post_holders_by_post` ON `post_holders` (`postId`);--> statement-breakpoint
CREATE INDEX `post_holders_by_person` ON `post_holders` (`personId`);--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`title` text NOT NULL,
	`status` text NOT NULL,
	`purpose` text,
	`duties` text NOT NULL,
	`start` text NOT NULL,
	`end` text NOT NULL,
	`cost` text NOT NULL,
	`employerId` text,
	`hostId` text,
	`programmeId` text,
	`managedBy` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`employerId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hostId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `posts_by_employer` ON `posts` (`employerId`);--> statement-breakpoint
CREATE INDEX `posts_by_host` ON `posts` (`hostId`);--> statement-breakpoint
CREATE INDEX `posts_by_programme` ON `posts` (`programmeId`);--> statement-breakpoint
CREATE INDEX `posts_by_status` ON `posts` (`status`);--> statement-breakpoint
CREATE TABLE `cohorts` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`trainingProgrammeId` text NOT NULL,
	`tierId` text,
	`organisationId` text,
	`groupId` text,
	`description` text,
	`size` text NOT NULL,
	`trained` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainingProgrammeId`) REFERENCES `training_programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tierId`) REFERENCES `training_tiers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`groupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `cohorts_by_training_programme` ON `cohorts` (`trainingProgrammeId`);--> statement-breakpoint
CREATE INDEX `cohorts_by_tier` ON `cohorts` (`tierId`);--> statement-breakpoint
CREATE INDEX `cohorts_by_organisation` ON `cohorts` (`organisationId`);--> statement-breakpoint
CREATE INDEX `cohorts_by_group` ON `cohorts` (`groupId`);--> statement-breakpoint
CREATE TABLE `training_programmes` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`intendedFor` text,
	`purpose` text,
	`start` text NOT NULL,
	`end` text NOT NULL,
	`placeId` text,
	`programmeId` text,
	`workstreamId` text,
	`awardId` text,
	`startEarliest` text GENERATED ALWAYS AS (json_extract("start", '$.earliest')) VIRTUAL,
	`endLatest` text GENERATED ALWAYS AS (json_extract("end", '$.latest')) VIRTUAL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`placeId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`programmeId`) REFERENCES `programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`workstreamId`) REFERENCES `workstreams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`awardId`) REFERENCES `funding_awards`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `training_programmes_by_place` ON `training_programmes` (`placeId`);--> statement-breakpoint
CREATE INDEX `training_programmes_by_programme` ON `training_programmes` (`programmeId`);--> statement-breakpoint
CREATE INDEX `training_programmes_by_workstream` ON `training_programmes` (`workstreamId`);--> statement-breakpoint
CREATE INDEX `training_programmes_by_award` ON `training_programmes` (`awardId`);--> statement-breakpoint
CREATE INDEX `training_programmes_by_status` ON `training_programmes` (`status`);--> statement-breakpoint
CREATE TABLE `training_roles` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`trainingProgrammeId` text NOT NULL,
	`tierId` text,
	`role` text NOT NULL,
	`organisationId` text,
	`healthIntegrationTeamId` text,
	`groupId` text,
	`postId` text,
	`description` text,
	`scope` text,
	`basis` text NOT NULL,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainingProgrammeId`) REFERENCES `training_programmes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`tierId`) REFERENCES `training_tiers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`organisationId`) REFERENCES `organisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`healthIntegrationTeamId`) REFERENCES `health_integration_teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`groupId`) REFERENCES `groups`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`postId`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `training_roles_by_training_programme` ON `training_roles` (`trainingProgrammeId`);--> statement-breakpoint
CREATE INDEX `training_roles_by_tier` ON `training_roles` (`tierId`);--> statement-breakpoint
CREATE INDEX `training_roles_by_organisation` ON `training_roles` (`organisationId`);--> statement-breakpoint
CREATE INDEX `training_roles_by_health_integration_team` ON `training_roles` (`healthIntegrationTeamId`);--> statement-breakpoint
CREATE INDEX `training_roles_by_group` ON `training_roles` (`groupId`);--> statement-breakpoint
CREATE INDEX `training_roles_by_post` ON `training_roles` (`postId`);--> statement-breakpoint
CREATE TABLE `training_tiers` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`systemId` text,
	`gaps` text NOT NULL,
	`isExample` integer,
	`trainingProgrammeId` text NOT NULL,
	`number` integer NOT NULL,
	`mode` text,
	`free` integer,
	`intendedFor` text,
	`address` text,
	FOREIGN KEY (`systemId`) REFERENCES `places`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`trainingProgrammeId`) REFERENCES `training_programmes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `training_tiers_by_training_programme` ON `training_tiers` (`trainingProgrammeId`,`number`);