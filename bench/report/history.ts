import type { Client } from '@temporalio/client';
import proto, { type temporal } from '@temporalio/proto';
import { workflowIdOf } from '../../workflows/messages.ts';

export type History = temporal.api.history.v1.IHistory;
type Event = temporal.api.history.v1.IHistoryEvent;

const { EventType } = proto.temporal.api.enums.v1;

/** What has happened to the workflow of an order, in its last run. */
export const fetchHistory = (client: Client, orderId: string): Promise<History> =>
  client.workflow.getHandle(workflowIdOf(orderId)).fetchHistory();

/** How often something has happened, by the event's name. */
export const countOf = (history: History, type: EventName): number =>
  eventsOf(history).filter((event) => event.eventType === EventType[type]).length;

type EventName = keyof typeof EventType;

/** Events of a life that nobody has fast-forwarded: skipping time leaves events of its own. */
export const countEvents = (history: History): number =>
  eventsOf(history).length - ofSkipping.reduce((sum, type) => sum + countOf(history, type), 0);

const ofSkipping = [
  'EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED',
  'EVENT_TYPE_WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED',
] as const;

/**
 * What Temporal Cloud would bill for the life, by its page "Temporal Cloud Actions"
 * (docs.temporal.io/cloud/actions). Left out: what a fast-forward causes, and what no history
 * shows: queries, heartbeats and rejected Updates, of which an undisturbed life has none.
 */
export const countActions = (history: History): Record<string, number> => ({
  starts: countOf(history, 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED'),
  timers: countOf(history, 'EVENT_TYPE_TIMER_STARTED'),
  activities: countAttempts(history),
  'local activities': countTasksWithMarkers(history),
  signals: countOf(history, 'EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED'),
  updates: countOf(history, 'EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED'),
  upserts: countOf(history, 'EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES'),
});

/** "Activity started or retried": the last attempt's number, since only it leaves an event. */
const countAttempts = (history: History): number =>
  eventsOf(history).reduce(
    (sum, { activityTaskStartedEventAttributes: started }) => sum + (started?.attempt ?? 0),
    0,
  );

/** "All Local Activities associated with one Workflow Task count as a single Action." */
const countTasksWithMarkers = (history: History): number =>
  new Set(
    eventsOf(history).flatMap(({ markerRecordedEventAttributes: marker }) =>
      marker ? [String(marker.workflowTaskCompletedEventId)] : [],
    ),
  ).size;

const eventsOf = ({ events }: History): readonly Event[] => events ?? [];
