CREATE TABLE "waymark"."repeats" (
	"entry" bigint PRIMARY KEY NOT NULL,
	"salt" text NOT NULL,
	"fingerprint" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "repeats_by_at" ON "waymark"."repeats" USING btree ("at");