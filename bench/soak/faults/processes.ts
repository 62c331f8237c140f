import type { Part } from '../stand/part.ts';
import type { Fault, Scene } from './fault.ts';

/** Kills all of them, and starts them again after the time that faults last. */
const killing =
  (choose: (scene: Scene) => readonly Part[]) =>
  async (scene: Scene): Promise<void> => {
    const parts = choose(scene);
    await Promise.all(parts.map((part) => part.kill()));
    await scene.hold();
    await Promise.all(parts.map((part) => part.start()));
  };

const one = ([first, ...others]: readonly Part[], { random }: Scene): Part[] =>
  first ? [random.pick([first, ...others])] : [];

/** `kill -9`, of one, of some, and of everything at once. */
export const processFaults: Record<string, Fault> = {
  'one-api-killed': {
    reach: 'one-api',
    strike: killing((scene) => one(scene.stand.apis, scene)),
  },
  'all-apis-killed': { reach: 'no-api', strike: killing(({ stand }) => stand.apis) },
  'one-worker-killed': {
    reach: 'elsewhere',
    strike: killing((scene) => one(scene.stand.workers, scene)),
  },
  'all-workers-killed': { reach: 'elsewhere', strike: killing(({ stand }) => stand.workers) },
  'temporal-killed': { reach: 'elsewhere', strike: killing(({ stand }) => [stand.temporal]) },
  'postgres-killed': { reach: 'refused', strike: killing(({ stand }) => [stand.postgres]) },
  'everything-killed': {
    reach: 'no-api',
    strike: async (scene) => {
      const { postgres, temporal, apis, workers } = scene.stand;
      const servers = [postgres, temporal];
      const processes = [...apis, ...workers];
      await Promise.all([...servers, ...processes].map((part) => part.kill()));
      await scene.hold();
      await Promise.all(servers.map((part) => part.start()));
      await Promise.all(processes.map((part) => part.start()));
    },
  },
};
