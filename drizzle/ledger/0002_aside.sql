CREATE TABLE `aside` (
	`drawer` text NOT NULL,
	`key` text NOT NULL,
	`owner` text,
	`value` text NOT NULL,
	`until` text NOT NULL,
	PRIMARY KEY(`drawer`, `key`)
);
--> statement-breakpoint
CREATE INDEX `aside_by_owner` ON `aside` (`drawer`,`owner`);--> statement-breakpoint
CREATE INDEX `aside_by_until` ON `aside` (`until`);