CREATE TABLE `repeats` (
	`entryId` text PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`fingerprint` text NOT NULL,
	`at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `repeats_by_at` ON `repeats` (`at`);