import { proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { Reconcile, ReconciliationReport } from './messages.ts';

/** A run that dies may begin anew, because it writes only its own findings. */
const { reconcile } = proxyActivities<{ reconcile: Reconcile }>({
  startToCloseTimeout: '6 hours',
  scheduleToCloseTimeout: '20 hours',
  heartbeatTimeout: '2 minutes',
  retry: { initialInterval: '10 seconds', backoffCoefficient: 2, maximumInterval: '15 minutes' },
});

/** One comparison of the provider's books with ours. It moves no money and mends nothing. */
export async function reconciliation(): Promise<ReconciliationReport> {
  return reconcile.executeWithOptions({ summary: "Compare the provider's books with ours" }, [
    { runId: workflowInfo().runId },
  ]);
}
