CREATE TABLE "import_rows" (
	"upload_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"lines" jsonb,
	"outcome" text,
	"code" text,
	"detail" text,
	CONSTRAINT "import_rows_upload_id_line_pk" PRIMARY KEY("upload_id","line"),
	CONSTRAINT "import_rows_outcome" CHECK ("import_rows"."outcome" in ('applied', 'unchanged', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"upload_id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"import_id" text COLLATE "C",
	"kind" text NOT NULL,
	"state" text DEFAULT 'uploading' NOT NULL,
	"columns" jsonb NOT NULL,
	"file_hash" text,
	"total" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"broken" integer DEFAULT 0 NOT NULL,
	"last_line" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"queued_at" timestamp(3) with time zone,
	"claimed_until" timestamp(3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp(3) with time zone,
	CONSTRAINT "imports_import_id_unique" UNIQUE("import_id"),
	CONSTRAINT "imports_kind" CHECK ("imports"."kind" in ('products', 'stock', 'supplies', 'backorders')),
	CONSTRAINT "imports_state" CHECK ("imports"."state" in ('uploading', 'waiting', 'running', 'done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_upload_id_imports_upload_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."imports"("upload_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "import_rows_failed" ON "import_rows" USING btree ("upload_id","line") WHERE "import_rows"."outcome" = 'failed';--> statement-breakpoint
CREATE INDEX "imports_open" ON "imports" USING btree ("kind","queued_at") WHERE "imports"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "imports_ended" ON "imports" USING btree ("ended_at") WHERE "imports"."ended_at" is not null;