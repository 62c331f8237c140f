import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findFreePort } from '../../../dev/service/ports.ts';
import { get, portsOf, type Services } from './compose.ts';

/** Where each port of a container is found on this computer instead. */
export type Addresses = ReadonlyMap<number, number>;

/** A free port for each port of the services; no two of them have the same. */
export const chooseAddresses = async (services: Services): Promise<Addresses> => {
  const chosen = new Map<number, number>();
  for (const { inner } of Object.values(services).flatMap(portsOf)) {
    if (chosen.has(inner)) throw new Error(`two services listen on ${inner}`);
    chosen.set(inner, await findFreePort());
  }
  return chosen;
};

type Places = { services: Services; addresses: Addresses; folder: string };

/** Rewrites what a service is told: hosts and ports to those on loopback, volumes to a folder. */
export const placeOf = ({ services, addresses, folder }: Places, name: string) => {
  const hosts = [...Object.keys(services), 'localhost', '127.0.0.1'].join('|');
  const address = new RegExp(`(?<=^|[/@=])(${hosts}):(\\d+)`, 'g');
  const moved = (port: string) => addresses.get(Number(port))?.toString() ?? port;
  const volumes = (get(services, name).volumes ?? []).map((volume) => volume.split(':'));
  return (text: string): string => {
    const placed = text
      .replace(address, (_all, _host, port) => `127.0.0.1:${moved(port)}`)
      .replace(/(?<=^|=)\d+$/, moved)
      .replace('0.0.0.0', '127.0.0.1');
    return volumes.reduce((path, [volume = '', target = '']) => {
      if (!path.includes(target)) return path;
      const place = join(folder, 'volumes', volume);
      mkdirSync(place, { recursive: true });
      return path.replace(target, place);
    }, placed);
  };
};
