DROP INDEX "views_promised";--> statement-breakpoint
DROP INDEX "views_attention";