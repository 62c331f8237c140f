CREATE INDEX CONCURRENTLY "messages_all" ON "messages" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "messages_address" ON "messages" USING btree ("address_key","at");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "messages_owed" ON "messages" USING btree ("created_at") WHERE "messages"."decision" = 'owed';