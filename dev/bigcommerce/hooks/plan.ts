import { z } from 'zod';

/**
 * What shall go wrong with the next deliveries whose scope begins so. `lost`: never sent. `late:5`:
 * seconds later. `twice`: sent again under the same id. `reordered`: after the next one. `forged`:
 * signed with another secret. `old`: signed ten minutes ago. `deactivated`: the hook is switched off.
 * `blocked`: the receiver's domain is blocked, as after many bad answers.
 */
const known = /^(lost|twice|reordered|forged|old|deactivated|blocked|late:\d{1,6}(\.\d{1,3})?)$/;

const faultSchema = z.strictObject({
  match: z
    .string()
    .regex(/^store\//, 'must begin with "store/"')
    .default('store/'),
  times: z.int().min(1).max(1_000_000).default(1),
  fault: z
    .string()
    .regex(
      known,
      'must be one of lost, late:<seconds>, twice, reordered, forged, old, deactivated, blocked',
    ),
});
export type DeliveryFault = z.infer<typeof faultSchema>;

export const planSchema = z.array(
  faultSchema,
  'must be a JSON array of faults ([] clears the plan)',
);

/** In memory only: a restart begins with an empty plan. */
export const createDeliveryPlan = () => {
  let planned: DeliveryFault[] = [];
  return {
    append: (faults: readonly DeliveryFault[]): void => {
      planned.push(...faults.map((fault) => ({ ...fault })));
    },
    clear: (): void => {
      planned = [];
    },
    list: (): DeliveryFault[] => planned.map((fault) => ({ ...fault })),
    /** Uses up one of the first that matches. */
    take: (scope: string): string | undefined => {
      const hit = planned.find(({ match }) => scope.startsWith(match));
      if (!hit) return undefined;
      hit.times -= 1;
      if (hit.times <= 0) planned = planned.filter((fault) => fault !== hit);
      return hit.fault;
    },
  };
};

export type DeliveryPlan = ReturnType<typeof createDeliveryPlan>;
