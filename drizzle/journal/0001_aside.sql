CREATE TABLE "waymark"."aside" (
	"drawer" text NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"owner" text,
	"value" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "aside_drawer_key_pk" PRIMARY KEY("drawer","key")
);
--> statement-breakpoint
CREATE INDEX "aside_by_owner" ON "waymark"."aside" USING btree ("drawer","owner","key");--> statement-breakpoint
CREATE INDEX "aside_by_until" ON "waymark"."aside" USING btree ("until");