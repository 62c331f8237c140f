import type { ReactNode } from 'react';

/**
 * How much of a mail there is room for: Gmail cuts off what is larger than 102 kB. `lines`: the most
 * that one list shows.
 */
export type Room = { pictures: boolean; links: boolean; lines: number };

export const wholeRoom: Room = { pictures: true, links: true, lines: Number.POSITIVE_INFINITY };

/**
 * One part of a mail, in both its forms. The text says all that the other shows, whatever the room,
 * and is empty where that is a picture alone.
 */
export type Block = { html: (room: Room) => ReactNode; text: string };

/** As a template is rendered: its own props, and the room there is; none given is all of it. */
export type InRoom<P> = P & { room?: Room };
