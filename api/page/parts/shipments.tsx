import type { ShownShipment } from '../../../db/page/order-page.ts';
import { isolated } from '../../../workflows/calendar/isolated.ts';
import { Filled, slot } from '../../html/filled.tsx';
import { titleOf } from './lines.tsx';
import { dayAt, type OrderPage } from './order-page.ts';

/** The parcels that the carrier has. */
export const Shipments = ({ page }: { page: OrderPage }) => (
  <ul>
    {page.shipments.map((shipment) => (
      <li className="parcel" key={shipment.shipmentId}>
        <Handed page={page} shipment={shipment} />
        {shipment.tracking !== null && (
          <p>
            <Filled text={page.words.say.linesPage.tracking({ number: slot })}>
              <bdi>{isolated(shipment.tracking)}</bdi>
            </Filled>
          </p>
        )}
        <p className="muted">{contents(page, shipment)}</p>
      </li>
    ))}
  </ul>
);

const Handed = ({ page, shipment }: { page: OrderPage; shipment: ShownShipment }) => {
  const say = page.words.say.linesPage;
  const day = dayAt(page, shipment.scannedAt);
  if (shipment.carrier === null) return <p>{say.handedOver({ day })}</p>;
  return (
    <p>
      <Filled text={say.handed({ carrier: slot, day })}>
        <bdi>{isolated(shipment.carrier)}</bdi>
      </Filled>
    </p>
  );
};

const contents = ({ words, ...page }: OrderPage, { lines }: ShownShipment): string =>
  words.list(
    lines.flatMap(({ lineId, quantity }) =>
      page.order.lines
        .filter((line) => line.lineId === lineId)
        .map((line) => {
          const title = titleOf({ words, ...page }, line);
          return words.say.linesPage.part({ quantity, title });
        }),
    ),
  );
