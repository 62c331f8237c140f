CREATE INDEX CONCURRENTLY "orders_held" ON "orders" USING btree ("placed_at","order_id") WHERE "orders"."suspended_at" is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "views_phase_order" ON "views" USING btree ("phase","order_id");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "views_payment" ON "views" USING btree (("body" -> 'payment' ->> 'state') collate "C","order_id");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "views_policy" ON "views" USING btree (("body" -> 'law' ->> 'policy') collate "C","order_id");--> statement-breakpoint
CREATE INDEX CONCURRENTLY "views_open_promised" ON "views" USING btree ("promised_on","order_id") WHERE "views"."ended_at" is null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "views_notice" ON "views" USING btree ((coalesce("body" #>> '{law,notice,answerOn}', '9999-12-31')) collate "C","order_id") WHERE "views"."ended_at" is null and ("views"."body" #>> '{law,mayAnswer}') = 'true';--> statement-breakpoint
CREATE INDEX CONCURRENTLY "views_hold" ON "views" USING btree (("body" #>> '{payment,holdUntil}') collate "C","order_id") WHERE "views"."ended_at" is null and ("views"."body" #>> '{payment,holdUntil}') is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "views_refund" ON "views" USING btree ((coalesce(
  jsonb_path_query_first("state", '$.intents[*].refundBy ? (@ != null)') #>> '{}',
  jsonb_path_query_first("state", '$.intents[*].wanted[*].dueAt') #>> '{}')) collate "C","order_id") WHERE (coalesce(
  jsonb_path_query_first("views"."state", '$.intents[*].refundBy ? (@ != null)') #>> '{}',
  jsonb_path_query_first("views"."state", '$.intents[*].wanted[*].dueAt') #>> '{}')) is not null;--> statement-breakpoint
CREATE INDEX CONCURRENTLY "views_due" ON "views" USING btree ((jsonb_path_query_first("body", '$.attention[*].dueAt') #>> '{}') collate "C","order_id") WHERE "views"."attention" <> '{}';--> statement-breakpoint
CREATE INDEX CONCURRENTLY "messages_lost" ON "messages" USING btree ("at","id") WHERE "messages"."decision" in ('failed', 'unknown') or "messages"."status" in ('bounced', 'failed');