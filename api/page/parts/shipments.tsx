import type { ShownShipment } from '../../../db/page/order-page.ts';
import { isolated } from '../../../workflows/calendar/isolated.ts';
import { titleOf } from './lines.tsx';
import { dayAt, type OrderPage } from './order-page.ts';

/** The parcels that the carrier has. */
export const Shipments = ({ page }: { page: OrderPage }) => (
  <ul>
    {page.shipments.map((shipment) => (
      <li className="parcel" key={shipment.shipmentId}>
        <p>
          Handed to <bdi>{isolated(shipment.carrier ?? 'the carrier')}</bdi> on{' '}
          {dayAt(page, shipment.scannedAt)}.
        </p>
        {shipment.tracking !== null && (
          <p>
            Tracking number: <bdi>{isolated(shipment.tracking)}</bdi>
          </p>
        )}
        <p className="muted">{contents(page, shipment)}</p>
      </li>
    ))}
  </ul>
);

const contents = (page: OrderPage, { lines }: ShownShipment): string =>
  lines
    .flatMap(({ lineId, quantity }) =>
      page.order.lines
        .filter((line) => line.lineId === lineId)
        .map((line) => `${quantity} × ${titleOf(page, line)}`),
    )
    .join(', ');
