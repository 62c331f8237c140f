import type { ReactNode } from 'react';
import type { Refusal } from '../call.ts';
import type { Desk } from '../env.ts';
import { Field, Text } from '../parts/field.tsx';
import { RefusalNote } from '../parts/refusal.tsx';
import { Table } from '../parts/table.tsx';
import type { ProductForm, RelatedFields, StoryFields } from './form.ts';
import { productPath } from './place.ts';
import { type Looks, PreviewPane } from './preview-pane.tsx';
import type { Product } from './product-page.tsx';
import { packRead } from './read-version.ts';
import type { Change } from './what-changed.ts';

/** What is wrong, by the name of the field. */
export type Faults = ReadonlyMap<string, string>;

type Props = {
  desk: Desk;
  sku: string;
  form: ProductForm;
  was: Product | undefined;
  version: string;
  faults: Faults;
  refusal?: Refusal;
  changes?: readonly Change[];
  looks?: Looks;
};

/** The form, and beside it what follows from it before it is saved. */
export const EditPage = ({ desk, sku, form, was, version, ...more }: Props) => {
  const { faults, refusal, changes, looks } = more;
  const path = `${desk.base}${productPath(sku)}`;
  return (
    <>
      {changes ? <Meanwhile path={path} changes={changes} /> : null}
      {refusal && !changes && <RefusalNote refusal={refusal} />}
      <form method="post" action={`${path}/edit`} data-preview="" className="columns">
        <input type="hidden" name="csrf" value={desk.csrf} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="was" value={packRead(was)} />
        <div>
          {/* What Enter in a field presses; the same button stands below for all to see. */}
          <button className="hidden" type="submit" name="do" value="save" tabIndex={-1} aria-hidden>
            Save
          </button>
          <Basics form={form} faults={faults} />
          <Stories stories={form.stories} faults={faults} />
          <Others others={form.related} faults={faults} />
          <p className="buttons">
            <button className="go" type="submit" name="do" value="save">
              Save
            </button>
            <a href={path}>Back to the product</a>
          </p>
        </div>
        <PreviewPane path={path} stories={form.stories} looks={looks} />
      </form>
      <script src={`${desk.base}/desk/preview.js`} defer />
    </>
  );
};

const Meanwhile = ({ path, changes }: { path: string; changes: readonly Change[] }) => (
  <div className="refused" role="alert">
    <p>
      <strong>Somebody changed this product while you edited it.</strong> Nothing of yours was
      saved. What you typed still stands below: save once more to put it in the place of what is
      stored now, or <a href={`${path}/edit`}>begin anew with what is stored</a>.
    </p>
    <Table
      caption="What changed meanwhile"
      columns={[
        { head: 'What', isHead: true, cell: ({ field }) => field },
        { head: 'When you began', cell: ({ before }) => <bdi>{before}</bdi> },
        { head: 'Stored now', cell: ({ after }) => <bdi>{after}</bdi> },
      ]}
      rows={changes}
      keyOf={({ field }) => field}
      none="It says the same as before, in another way."
    />
  </div>
);

type Parts = { form: ProductForm; faults: Faults };

const Basics = ({ form, faults }: Parts) => (
  <>
    <Field name="title" label="Title" value={form.title} fault={faults.get('title')} required />
    <Field
      name="url"
      label="Its page in the shop"
      type="url"
      value={form.url}
      fault={faults.get('url')}
    />
    <Field
      name="imageUrl"
      label="Address of its picture"
      type="url"
      value={form.imageUrl}
      fault={faults.get('imageUrl')}
    />
    <Field
      name="backorderLimit"
      label="How many units may wait at once"
      value={form.backorderLimit}
      fault={faults.get('backorderLimit')}
      hint="Empty: no limit, backorders are on. 0: backorders are off; without free stock the product page says that it is out of stock, and such a checkout is refused. Whoever waits already keeps waiting, whatever stands here."
    />
    <Field
      name="handlingDays"
      label="Handling days"
      value={form.handlingDays}
      fault={faults.get('handlingDays')}
      hint="Calendar days from the arrival of stock to its shipment. Dates that are promised from now on count them; promises that were made stay."
    />
  </>
);

const Stories = ({ stories, faults }: { stories: readonly StoryFields[]; faults: Faults }) => (
  <>
    <h2>Stories</h2>
    <p className="muted">
      Mails of the wait tell them one by one, in this order, and none twice. A text alone has up to
      300 characters, one with a headline up to 1000. An empty story is left out.
    </p>
    {faults.has('highlights') && <p className="fault">{faults.get('highlights')}</p>}
    <input type="hidden" name="storys" value={stories.length} />
    {stories.map((story, nth) => {
      const at = `story.${nth}`;
      const fault = (field: string) => faults.get(`${at}.${field}`);
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: its place is what it has.
        <fieldset key={nth}>
          <legend>Story {nth + 1}</legend>
          <Field name={`${at}.title`} label="Headline" value={story.title} fault={fault('title')} />
          <Text
            name={`${at}.text`}
            label="Text, one paragraph"
            value={story.text}
            fault={fault('text')}
          />
          <Field
            name={`${at}.imageUrl`}
            label="Address of a picture"
            type="url"
            value={story.imageUrl}
            fault={fault('imageUrl')}
          />
          <Field
            name={`${at}.url`}
            label="Where it is told at length"
            type="url"
            value={story.url}
            fault={fault('url')}
          />
          <Movers what="story" nth={nth} count={stories.length} name={`story ${nth + 1}`} />
        </fieldset>
      );
    })}
    <Adder what="story">Add a story</Adder>
  </>
);

const Others = ({ others, faults }: { others: readonly RelatedFields[]; faults: Faults }) => (
  <>
    <h2>Related products</h2>
    <p className="muted">
      Customers who agreed to hear of other products see up to three of them. An empty one is left
      out.
    </p>
    {faults.has('related') && <p className="fault">{faults.get('related')}</p>}
    <input type="hidden" name="others" value={others.length} />
    {others.map((other, nth) => {
      const at = `other.${nth}`;
      const fault = (field: string) => faults.get(`${at}.${field}`);
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: its place is what it has.
        <fieldset key={nth}>
          <legend>Related product {nth + 1}</legend>
          <Field name={`${at}.title`} label="Title" value={other.title} fault={fault('title')} />
          <Field
            name={`${at}.url`}
            label="Its page"
            type="url"
            value={other.url}
            fault={fault('url')}
          />
          <Field
            name={`${at}.imageUrl`}
            label="Address of its picture"
            type="url"
            value={other.imageUrl}
            fault={fault('imageUrl')}
          />
          <Field
            name={`${at}.price`}
            label="Price, such as 39.00"
            value={other.price}
            fault={fault('price')}
          />
          <Field
            name={`${at}.currency`}
            label="Currency, such as USD"
            value={other.currency}
            fault={fault('currency')}
            maxLength={3}
          />
          <Movers
            what="other"
            nth={nth}
            count={others.length}
            name={`related product ${nth + 1}`}
          />
        </fieldset>
      );
    })}
    <Adder what="other">Add a related product</Adder>
  </>
);

type Mover = { what: string; nth: number; count: number; name: string };

/** They keep what is typed: the page comes again, rearranged, and nothing is saved. */
const Movers = ({ what, nth, count, name }: Mover) => (
  <p className="buttons">
    {nth > 0 && (
      <Press act={`up.${what}.${nth}`} label={`Move up ${name}`}>
        Move up
      </Press>
    )}
    {nth < count - 1 && (
      <Press act={`down.${what}.${nth}`} label={`Move down ${name}`}>
        Move down
      </Press>
    )}
    <Press act={`remove.${what}.${nth}`} label={`Remove ${name}`}>
      Remove
    </Press>
  </p>
);

const Adder = ({ what, children }: { what: string; children: ReactNode }) => (
  <p>
    <Press act={`add.${what}`}>{children}</Press>
  </p>
);

const Press = ({ act, label, children }: { act: string; label?: string; children: ReactNode }) => (
  <button type="submit" name="do" value={act} aria-label={label} formNoValidate>
    {children}
  </button>
);
