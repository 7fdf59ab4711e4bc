CREATE TABLE "waymark"."entries" (
	"number" bigint PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "waymark"."remains" (
	"entry" bigint PRIMARY KEY NOT NULL
);
