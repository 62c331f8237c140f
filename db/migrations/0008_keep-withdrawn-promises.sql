ALTER TABLE "promises" ADD COLUMN "accepted_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "withdrawn_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "promises" ADD COLUMN "withdrawn_because" text;--> statement-breakpoint
UPDATE "promises" SET "accepted_at" = "stated_at" WHERE NOT EXISTS (SELECT FROM "promise_moves" m WHERE m."order_id" = "promises"."order_id" AND m."promise_id" = "promises"."promise_id");--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_end" CHECK ("promises"."accepted_at" is null or "promises"."withdrawn_at" is null);--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_withdrawn" CHECK (("promises"."withdrawn_at" is null) = ("promises"."withdrawn_because" is null));