CREATE TABLE `changes` (
	`entry` integer NOT NULL,
	`position` integer NOT NULL,
	`type` text NOT NULL,
	`shape` integer NOT NULL,
	`recordId` text NOT NULL,
	`version` integer NOT NULL,
	`operation` text NOT NULL,
	`fields` text NOT NULL,
	`record` text,
	`salt` text,
	`seal` text NOT NULL,
	PRIMARY KEY(`entry`, `position`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `changes_by_record` ON `changes` (`recordId`,`entry`);--> statement-breakpoint
CREATE TABLE `citations` (
	`entry` integer NOT NULL,
	`position` integer NOT NULL,
	`sourceId` text NOT NULL,
	`recordId` text NOT NULL,
	`fields` text NOT NULL,
	`line` integer,
	`quote` text,
	`salt` text,
	`seal` text,
	PRIMARY KEY(`entry`, `position`)
);
--> statement-breakpoint
CREATE INDEX `citations_by_record` ON `citations` (`recordId`,`entry`);--> statement-breakpoint
CREATE INDEX `citations_by_source` ON `citations` (`sourceId`,`entry`);--> statement-breakpoint
CREATE TABLE `entries` (
	`number` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`at` text NOT NULL,
	`recordedAt` text NOT NULL,
	`founding` integer NOT NULL,
	`act` text NOT NULL,
	`actor` text NOT NULL,
	`key` text,
	`keySalt` text,
	`keySeal` text,
	`reason` text,
	`reasonSalt` text,
	`reasonSeal` text,
	`previous` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `entries_by_id` ON `entries` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `entries_by_key` ON `entries` (`actor`,`key`);--> statement-breakpoint
CREATE INDEX `entries_by_at` ON `entries` (`at`);--> statement-breakpoint
CREATE TABLE `erasures` (
	`entry` integer NOT NULL,
	`position` integer NOT NULL,
	`what` text NOT NULL,
	`ofEntry` integer NOT NULL,
	`ofPosition` integer NOT NULL,
	`shape` integer,
	`instead` text,
	`salt` text,
	`seal` text,
	PRIMARY KEY(`entry`, `position`)
);
--> statement-breakpoint
CREATE INDEX `erasures_by_value` ON `erasures` (`ofEntry`,`ofPosition`,`what`);--> statement-breakpoint
CREATE TABLE `graph_stamp` (
	`id` integer PRIMARY KEY NOT NULL,
	`stamp` text NOT NULL
);
