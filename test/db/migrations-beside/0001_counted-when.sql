CREATE INDEX CONCURRENTLY "shelves_counted_at" ON "shelves" USING btree ("counted_at");
