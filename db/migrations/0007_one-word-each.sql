ALTER TABLE "projections" RENAME TO "views";--> statement-breakpoint
ALTER TABLE "views" RENAME CONSTRAINT "projections_pkey" TO "views_pkey";--> statement-breakpoint
ALTER INDEX "projections_phase" RENAME TO "views_phase";--> statement-breakpoint
ALTER INDEX "projections_promised" RENAME TO "views_promised";--> statement-breakpoint
ALTER INDEX "projections_updated" RENAME TO "views_updated";--> statement-breakpoint
ALTER INDEX "projections_attention" RENAME TO "views_attention";--> statement-breakpoint
ALTER INDEX "projections_wake" RENAME TO "views_wake";--> statement-breakpoint
ALTER TABLE "passes" RENAME TO "walks";--> statement-breakpoint
ALTER TABLE "walks" RENAME COLUMN "pass_id" TO "walk_id";--> statement-breakpoint
ALTER TABLE "walks" RENAME CONSTRAINT "passes_pkey" TO "walks_pkey";--> statement-breakpoint
ALTER TABLE "walks" RENAME CONSTRAINT "passes_restock" TO "walks_restock";--> statement-breakpoint
ALTER INDEX "passes_unfinished" RENAME TO "walks_unfinished";--> statement-breakpoint
ALTER SEQUENCE "passes_pass_id_seq" RENAME TO "walks_walk_id_seq";--> statement-breakpoint
ALTER TABLE "adjustments" RENAME COLUMN "pass_id" TO "walk_id";--> statement-breakpoint
ALTER TABLE "counts" RENAME COLUMN "pass_id" TO "walk_id";--> statement-breakpoint
ALTER TABLE "lines" RENAME COLUMN "passed_over" TO "barred";--> statement-breakpoint
ALTER INDEX "lines_passed_over" RENAME TO "lines_barred";--> statement-breakpoint
ALTER TABLE "orders" RENAME COLUMN "passed_over" TO "barred";--> statement-breakpoint
ALTER TABLE "orders" RENAME COLUMN "hold_reason" TO "suspension_reason";--> statement-breakpoint
ALTER TABLE "orders" RENAME COLUMN "held_at" TO "suspended_at";--> statement-breakpoint
ALTER TABLE "lease_units" RENAME COLUMN "units" TO "quantity";
