ALTER TABLE "shelves" ADD COLUMN "note" text;
